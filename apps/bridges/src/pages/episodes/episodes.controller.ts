import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type Page, page } from '../../http/page.js';
import { EpisodeShell } from './episode-shell.js';

@Controller('episodes')
export class EpisodesController {
  constructor(private readonly shell: EpisodeShell) {}

  @Get(':id')
  @Allow('episode.list')
  async overview(@Param('id') id: string): Promise<Page> {
    const { seen, episode } = await this.shell.open(id, 'overview');
    return page('episodes/overview.njk', { title: episode['title'], episode, seen });
  }
}
