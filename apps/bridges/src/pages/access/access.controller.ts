import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { EmergencyReadingService } from '#libs/casework/emergency-access';
import { AccessExplanationService } from '#libs/oversight/access';
import { type Page, page } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toCurrentViewersView, toVisitsView } from './access.page.js';
import { emergencyRow } from '../shared/emergency-access.js';

@Controller('episodes/:id/access')
export class AccessController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly access: AccessExplanationService,
    private readonly emergencies: EmergencyReadingService,
  ) {}

  @Get()
  @Allow('episode.read')
  async show(@Param('id') id: string, @Query('cursor') cursor?: unknown): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'access');
    const { why, whyNot } = await this.access.why(id);
    const looked = await this.access.whoLooked(
      seen.abilities,
      typeof cursor === 'string' ? cursor : undefined,
    );
    return page('access/access.njk', {
      title: 'Access',
      episode,
      why,
      whyNot,
      emergencies: (await this.emergencies.ofEpisode(id)).map(emergencyRow),
      mayAsk: await this.emergencies.mayAsk(id),
      whoCan: toCurrentViewersView(await this.access.whoCan(seen.abilities)),
      whoLooked: toVisitsView(looked?.items),
      next: looked?.next ? `/episodes/${id}/access?cursor=${looked.next}` : null,
    });
  }
}
