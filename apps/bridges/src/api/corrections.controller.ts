import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  CORRECTION_ANSWERS,
  type CorrectionAnswer,
  type CorrectionView,
  CorrectionsService,
} from '#libs/casework/rights';
import {
  CORRECTION_ASKERS,
  CORRECTION_SUBJECTS,
  type CorrectionAsker,
  type CorrectionSubject,
} from '#libs/terms';
import { Created } from '../http/versioned.js';
import { Id, LongText, NullableIsoDate, NullableLongText, OneOf, ShortText } from './fields.js';

class CorrectionBody {
  @OneOf(CORRECTION_SUBJECTS) subjectKind: CorrectionSubject;
  @Id() subjectId: string;
  @LongText() saidWrong: string;
  @LongText() shouldSay: string;
  @ShortText() askedBy: string;
  @OneOf(CORRECTION_ASKERS) askedByCapacity: CorrectionAsker;
  @NullableIsoDate() askedOn?: string | null;
}
class CorrectionAnswerBody {
  @OneOf(CORRECTION_ANSWERS) status: CorrectionAnswer['status'];
  @NullableLongText() note?: string | null;
}

@ApiTags('rights')
@Controller('api/v1')
export class CorrectionsApiController {
  constructor(private readonly corrections: CorrectionsService) {}

  @ApiOperation({ summary: 'List corrections asked for in an episode' })
  @Get('episodes/:id/corrections')
  @Allow('record.read')
  async list(@Param('id') episodeId: string) {
    const corrections = await this.corrections.list(episodeId);
    await audit('read corrections', 'episode', { episodeId });
    return { items: corrections.map(correctionJson), next: null };
  }

  @ApiOperation({ summary: 'Ask for a correction' })
  @Post('episodes/:id/corrections')
  @Allow('correction.ask')
  async ask(@Param('id') episodeId: string, @Body() body: CorrectionBody) {
    const id = await this.corrections.ask(episodeId, body);
    return new Created(await this.load(id), `/api/v1/episodes/${episodeId}/corrections`);
  }

  @ApiOperation({ summary: 'Decide a correction' })
  @Post('corrections/:id/decision')
  @HttpCode(200)
  @Allow('correction.decide')
  async decide(@Param('id') id: string, @Body() body: CorrectionAnswerBody) {
    await this.corrections.decide(id, body);
    return this.load(id);
  }

  private async load(id: string) {
    const { subjectId } = await this.corrections.find(id);
    const beside = (await this.corrections.beside([subjectId])).get(subjectId) ?? [];
    return correctionJson(beside.find((one) => one.id === id)!);
  }
}

function correctionJson({ recordedBy, decidedBy, recordedByName, decidedByName, ...rest }: CorrectionView) {
  return {
    ...rest,
    recordedBy: { id: recordedBy, name: recordedByName },
    decidedBy: decidedBy ? { id: decidedBy, name: decidedByName } : null,
  };
}
