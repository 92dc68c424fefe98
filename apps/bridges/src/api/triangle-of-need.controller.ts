import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  type LevelDraft,
  LevelsService,
  type StepUpDraft,
  StepUpsReadingService,
  StepUpsService,
} from '#libs/casework/triangle-of-need';
import { FAMILY_AGREEMENTS, STEP_UP_ANSWERS, type StepUpAnswer } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { Integer, LongText, NullableLongText, OneOf } from './fields.js';

class LevelBody {
  @Integer(1, 4) level: number;
  @LongText() reason: string;
  @NullableLongText() evidence?: string | null;
  @LongText() familyView: string;
}
class StepUpBody {
  @LongText() reason: string;
  @NullableLongText() evidence?: string | null;
  @OneOf(FAMILY_AGREEMENTS) familyAgreement: 'agreed' | 'not_agreed' | 'not_asked';
  @NullableLongText(2000) familyAgreementNote?: string | null;
}
class StepUpAnswerBody {
  @OneOf(STEP_UP_ANSWERS) outcome: StepUpAnswer;
  @LongText() reason: string;
}

@ApiTags('triangle of need')
@Controller('api/v1')
export class TriangleOfNeedApiController {
  constructor(
    private readonly levels: LevelsService,
    private readonly stepUps: StepUpsService,
    private readonly stepUpsReading: StepUpsReadingService,
  ) {}

  @ApiOperation({ summary: 'List the level decisions of an episode' })
  @Get('episodes/:episodeId/level-decisions')
  @Allow('record.read')
  async history(@Param('episodeId') episodeId: string) {
    const items = await this.levels.history(episodeId);
    await audit('read level decisions', 'episode', { episodeId });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'Decide the level of need' })
  @Post('episodes/:episodeId/level-decisions')
  @Allow('level.decide')
  async decide(@Param('episodeId') episodeId: string, @Body() body: LevelBody) {
    const id = await this.levels.decideLevel(episodeId, { ...body } as LevelDraft);
    const history = await this.levels.history(episodeId);
    return new Created(
      history.find((decision) => decision.id === id),
      `/api/v1/episodes/${episodeId}/level-decisions`,
    );
  }

  @ApiOperation({ summary: 'List the step-ups of an episode' })
  @Get('episodes/:episodeId/step-ups')
  @Allow('record.read')
  async stepUpsOf(@Param('episodeId') episodeId: string) {
    const items = await this.stepUpsReading.ofEpisode(episodeId);
    await audit('read step-ups', 'episode', { episodeId });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'Step up to children’s social care' })
  @Post('episodes/:episodeId/step-ups')
  @Allow('step_up.raise')
  async raise(@Param('episodeId') episodeId: string, @Body() body: StepUpBody) {
    return new Created(
      await this.stepUps.raiseStepUp(episodeId, { ...body } as StepUpDraft),
      `/api/v1/episodes/${episodeId}/step-ups`,
    );
  }

  @ApiOperation({ summary: 'Answer a step-up' })
  @Post('episodes/:episodeId/step-ups/:stepUpId/outcome')
  @HttpCode(200)
  @Allow('step_up.decide')
  answer(
    @Param('episodeId') episodeId: string,
    @Param('stepUpId') stepUpId: string,
    @Body() { outcome, reason }: StepUpAnswerBody,
  ) {
    return this.stepUps.answerStepUp(episodeId, stepUpId, outcome, reason);
  }

  @ApiOperation({ summary: 'List step-ups that wait for an answer' })
  @Get('step-ups')
  @Allow('step_up.queue')
  async queue() {
    const items = await this.stepUpsReading.queue();
    await audit('list step-ups', 'step-up', { detail: { found: items.length } });
    return { items, next: null };
  }
}
