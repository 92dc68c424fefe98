import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { SafetyConcernsReadingService, SafetyConcernsService } from '#libs/casework/safety-concerns';
import { safetyConcernJson } from './safety-concerns.json.js';
import { Instant, LongText, NullableShortText, ShortText } from './fields.js';

class ConcernAnswerBody {
  @LongText(4000) actionTaken: string;
  @Instant() actionAt: string;
  @ShortText() spokenTo: string;
  @NullableShortText() reference?: string | null;
}

@ApiTags('safety concerns')
@Controller('api/v1/episodes/:episodeId/safety-concerns')
export class SafetyConcernsApiController {
  constructor(
    private readonly concerns: SafetyConcernsService,
    private readonly reading: SafetyConcernsReadingService,
  ) {}

  /** Every safety concern of the episode: open ones first, then the newest. */
  @ApiOperation({ summary: 'List the safety concerns of an episode' })
  @Get()
  @Allow('safety_concern.read')
  async list(@Param('episodeId') episodeId: string) {
    return { items: (await this.reading.ofEpisode(episodeId)).map(safetyConcernJson), next: null };
  }

  /** Records what was done about one concern. A concern can be answered once. */
  @ApiOperation({ summary: 'Record what was done about a safety concern' })
  @Post(':concernId/answer')
  @HttpCode(200)
  @Allow('safety_concern.answer')
  async answer(
    @Param('episodeId') episodeId: string,
    @Param('concernId') concernId: string,
    @Body() { actionTaken, actionAt, spokenTo, reference }: ConcernAnswerBody,
  ) {
    await this.concerns.answerConcern(episodeId, concernId, {
      actionTaken,
      actionAt: new Date(actionAt),
      spokenTo,
      reference: reference ?? null,
    });
    return safetyConcernJson(await this.reading.find(episodeId, concernId));
  }
}
