import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '#libs/access';
import { RetentionService } from '#libs/casework/retention';
import { londonDate, now } from '#libs/platform';
import { type Page, page } from '../../http/page.js';
import { type EpisodeHeaderView, EpisodeHeader } from '../shared/episode-header.js';
import { OverviewService } from './overview.service.js';
import { describeRetention } from '../shared/retention-summary.js';

@Controller('episodes')
export class EpisodesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly overviews: OverviewService,
    private readonly retention: RetentionService,
  ) {}

  @Get(':id')
  @Allow('episode.list')
  async overview(@Param('id') id: string): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'overview');
    return page('episodes/overview.njk', {
      title: episode['title'],
      episode,
      seen,
      kept: seen.open ? null : describeRetention(await this.retention.keptUntil(id)),
      mayAskInEmergency: seen.mayAskInEmergency,
      overview: await this.overviews.overview(seen, londonDate(now()), firstConcernHref(episode)),
    });
  }
}

/** The page where this reader answers the oldest open safety concern. */
function firstConcernHref({ safety }: EpisodeHeaderView): string | null {
  return safety?.mayAnswer ? safety.concerns[0]!.href : null;
}
