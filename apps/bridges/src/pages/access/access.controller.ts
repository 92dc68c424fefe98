import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { EmergencyReading } from '#libs/casework/emergency-access';
import { AccessExplained } from '#libs/oversight/access';
import { type Page, page } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { whoCanShown, whoLookedShown } from './access.page.js';
import { emergencyRow } from '../shared/emergency-access.js';

@Controller('episodes/:id/access')
export class AccessController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly access: AccessExplained,
    private readonly emergencies: EmergencyReading,
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
      whoCan: whoCanShown(await this.access.whoCan(seen.abilities)),
      whoLooked: whoLookedShown(looked?.items),
      next: looked?.next ? `/episodes/${id}/access?cursor=${looked.next}` : null,
    });
  }
}
