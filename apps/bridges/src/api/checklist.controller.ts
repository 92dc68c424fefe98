import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { type ChecklistDraft, ChecklistsService, isUnsafe } from '#libs/casework/assessments';
import { EpisodeFrontDoor } from '#libs/casework/episodes';
import { IfMatch, Versioned } from '../http/versioned.js';
import { ChecklistBody } from './checklist.bodies.js';
import { checklistJson } from './checklist.json.js';

@ApiTags('checklist')
@Controller('api/v1/episodes/:episodeId/checklist')
export class ChecklistApiController {
  constructor(
    private readonly checklists: ChecklistsService,
    private readonly frontDoor: EpisodeFrontDoor,
  ) {}

  @ApiOperation({ summary: 'Get the checklist' })
  @Get()
  @Allow('record.read')
  async read(@Param('episodeId') episodeId: string) {
    const checklist = await this.load(episodeId);
    await audit('read checklist', 'checklist', { episodeId });
    return checklist;
  }

  @ApiOperation({ summary: 'Save the checklist' })
  @Put()
  @Allow('checklist.complete')
  async save(@Param('episodeId') episodeId: string, @IfMatch() version: number, @Body() body: ChecklistBody) {
    await this.checklists.saveChecklist(episodeId, version, plain(body));
    return this.load(episodeId);
  }

  private async load(episodeId: string) {
    const checklist = await this.checklists.find(episodeId);
    const socialCare = checklist && isUnsafe(checklist) ? await this.frontDoor.numbers(episodeId) : null;
    return new Versioned(checklistJson(checklist, socialCare), checklist?.version ?? 0);
  }
}

/** Instances of DTO classes also have the properties that were not sent; the checklist stores only those that were. */
const plain = (body: ChecklistBody): ChecklistDraft => JSON.parse(JSON.stringify(body)) as ChecklistDraft;
