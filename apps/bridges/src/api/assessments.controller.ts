import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  type AssessmentDraft,
  AssessmentReadingService,
  type AssessmentView,
  AssessmentsService,
} from '#libs/casework/assessments';
import { Created, IfMatch, IfMatchGiven, Versioned } from '../http/versioned.js';
import { AssessmentBody } from './assessments.bodies.js';
import { assessmentJson, assessmentVersionJson } from './assessments.json.js';

@ApiTags('assessment')
@Controller('api/v1/episodes/:episodeId/assessment')
export class AssessmentsApiController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly reading: AssessmentReadingService,
  ) {}

  @ApiOperation({ summary: 'Get the assessment' })
  @Get()
  @Allow('record.read')
  async read(@Param('episodeId') episodeId: string) {
    const current = await this.reading.current(episodeId);
    await audit('read assessment', 'assessment', { episodeId });
    return versioned(current);
  }

  @ApiOperation({ summary: 'Start an assessment' })
  @Post()
  @Allow('assessment.edit')
  async start(@Param('episodeId') episodeId: string) {
    await this.assessments.startAssessment(episodeId);
    return new Created(
      versioned(await this.reading.current(episodeId)),
      `/api/v1/episodes/${episodeId}/assessment`,
    );
  }

  @ApiOperation({ summary: 'Save a draft of the assessment' })
  @Patch()
  @Allow('assessment.contribute')
  async save(
    @Param('episodeId') episodeId: string,
    @IfMatch() version: number,
    @Body() body: AssessmentBody,
  ) {
    await this.assessments.saveDraft(episodeId, version, plain(body));
    return versioned(await this.reading.current(episodeId));
  }

  @ApiOperation({ summary: 'Complete the assessment' })
  @Post('completion')
  @HttpCode(200)
  @Allow('assessment.complete')
  async complete(@Param('episodeId') episodeId: string, @IfMatchGiven() version: number | null) {
    await this.assessments.completeAssessment(episodeId, version);
    return versioned(await this.reading.current(episodeId));
  }

  @ApiOperation({ summary: 'List the versions of the assessment' })
  @Get('versions')
  @Allow('record.read')
  async versions(@Param('episodeId') episodeId: string) {
    const versions = await this.reading.versions(episodeId);
    await audit('list assessment versions', 'assessment', { episodeId });
    return { items: versions.map(assessmentVersionJson), next: null };
  }

  @ApiOperation({ summary: 'Get a version of the assessment' })
  @Get('versions/:number')
  @Allow('record.read')
  async version(@Param('episodeId') episodeId: string, @Param('number') number: string) {
    const seen = await this.reading.version(episodeId, Number(number));
    await audit('read assessment', 'assessment', {
      episodeId,
      ...(seen.id ? { subjectId: seen.id } : {}),
      detail: { number: seen.number },
    });
    return versioned(seen);
  }
}

const versioned = (seen: AssessmentView) => new Versioned(assessmentJson(seen), seen.version);
const plain = (body: AssessmentBody): AssessmentDraft => JSON.parse(JSON.stringify(body)) as AssessmentDraft;
