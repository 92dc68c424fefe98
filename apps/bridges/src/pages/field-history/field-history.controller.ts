import { Controller, Get, Param } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { FieldHistoryService } from '#libs/casework/field-history';
import { type Page, page } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toChangeView } from './field-history.page.js';

/** Who changed what, from what to what and when: of a child and their carers, and of a plan. */
@Controller()
export class FieldHistoryController {
  constructor(
    private readonly history: FieldHistoryService,
    private readonly children: ChildrenService,
    private readonly header: EpisodeHeader,
  ) {}

  @Get('children/:id/changes')
  @Allow('episode.list')
  async ofChild(@Param('id') id: string): Promise<Page> {
    const { child } = await this.children.find(id);
    const changes = await this.history.ofChild(id);
    await audit('read changes', 'child', { childId: id });
    return page('field-history/child-changes.njk', {
      title: 'Changes',
      child: { id: child.id, name: `${child.givenNames} ${child.familyName}` },
      changes: changes.map(toChangeView),
    });
  }

  @Get('episodes/:id/plan/changes')
  @Allow('record.read')
  async ofPlan(@Param('id') id: string): Promise<Page> {
    const changes = await this.history.ofPlan(id);
    const { episode } = await this.header.open(id, 'plan');
    await audit('read changes', 'plan', { episodeId: id });
    return page('field-history/plan-changes.njk', {
      title: 'Changes to the plan',
      episode,
      changes: changes.map(toChangeView),
    });
  }
}
