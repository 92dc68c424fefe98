import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit, permitOn } from '#libs/access';
import { MembershipReading, MembershipService } from '#libs/casework/episode-membership';
import { JOINING_REASONS, LEAVING_REASONS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { Id, IsoDate, NullableLongText, OneOf, OptionalYesNo } from './fields.js';

class JoiningBody {
  @Id() childId: string;
  @OneOf(JOINING_REASONS) reason: string;
  @IsoDate() happenedOn: string;
  @NullableLongText(2000) note?: string | null;
  /** Needed where a death is recorded for the child: why they are added all the same. */
  @NullableLongText(2000) afterDeathBecause?: string | null;
}
class LeavingBody {
  @OneOf(LEAVING_REASONS) reason: string;
  @IsoDate() happenedOn: string;
  @NullableLongText(2000) note?: string | null;
  /** Needed where open actions or outcomes name the child. */
  @OptionalYesNo() planChecked?: boolean;
}

@ApiTags('episodes')
@Controller('api/v1/episodes/:id/children')
export class EpisodeMembershipApiController {
  constructor(
    private readonly reading: MembershipReading,
    private readonly membership: MembershipService,
  ) {}

  /** The children of the episode, now and before, as far as the reader may know of them. */
  @ApiOperation({ summary: 'List the children of an episode' })
  @Get()
  @Allow('episode.list')
  async list(@Param('id') episodeId: string) {
    const { reaches } = await permitOn(episodeId, 'episode.read');
    await audit('read children', 'episode', { episodeId, reaches });
    return this.load(episodeId);
  }

  /** Adds a child to an open episode. No agreement of the family includes the child until they are asked. */
  @ApiOperation({ summary: 'Add a child to an open episode' })
  @Post()
  @Allow('membership.change')
  async add(@Param('id') episodeId: string, @Body() body: JoiningBody) {
    await this.membership.addChild(episodeId, body);
    return new Created(await this.load(episodeId), `/api/v1/episodes/${episodeId}/children`);
  }

  /** Takes a child out of an open episode, which goes on for the others. */
  @ApiOperation({ summary: 'Take a child out of an open episode' })
  @Post(':childId/removal')
  @HttpCode(200)
  @Allow('membership.change')
  async remove(@Param('id') episodeId: string, @Param('childId') childId: string, @Body() body: LeavingBody) {
    await this.membership.removeChild(episodeId, childId, body);
    return this.load(episodeId);
  }

  private async load(episodeId: string) {
    const items = await this.reading.members(episodeId);
    return { items, next: null, changes: await this.reading.changes(episodeId) };
  }
}
