import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type HandOver, HANDED_OVER, HandOversService } from '#libs/casework/hand-overs';
import type { InvolvedPractitioner } from '#libs/casework/team';
import { FormReader } from '#libs/page-kit';
import { unreachable } from '#libs/platform';
import { labelOf, MEETING_KINDS, type MeetingKind, STANDING_KINDS } from '#libs/terms';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { peopleOptions } from '../shared/options.js';

const VIEW = 'hand-overs/hand-overs.njk';

/** What a colleague does for families, for those who answer for the families: each is given to another person. */
@Controller('hand-overs/:id')
export class HandOversController {
  constructor(private readonly handOvers: HandOversService) {}

  @Get()
  @Allow('team.edit')
  async show(@Param('id') id: string): Promise<Page> {
    return page(VIEW, await this.load(id));
  }

  @Post()
  @Allow('team.edit')
  async give(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const kind = form.choice('kind', [...HANDED_OVER], { label: 'the work' });
    const work = form.text('work', { label: 'the work', max: 36 });
    const successor = form.text(`successor-${work}`, {
      label: 'the person',
      message: 'Select the person who takes it over',
      max: 36,
    });
    const result = await submit(form, () => this.handOvers.handOver(id, kind, work, successor));
    if (result.ok) return done(`/hand-overs/${id}`, 'Handed over. Both people have been notified.');
    const errors = result.errors.map(({ field, message }) => ({
      field: field === 'successorId' || field === '' ? `successor-${work}` : field,
      message,
    }));
    return new Page(VIEW, { ...(await this.load(id)), errors, typed: form.typed }, 422);
  }

  private async load(id: string) {
    const person = await this.handOvers.person(id);
    if (!person) throw unreachable();
    const all = await this.handOvers.of(id);
    const successors = await this.handOvers.successors(id, all);
    const rows = all.map((one) => toRow(one, successors.get(one.id) ?? []));
    return { title: `Hand over ${person.name}’s work`, person, rows, typed: {} };
  }
}

function toRow(one: HandOver, successors: readonly InvolvedPractitioner[]) {
  const isGiven = HANDED_OVER.some((kind) => kind === one.kind);
  return {
    ...one,
    field: `successor-${one.id}`,
    label: labelOf(STANDING_KINDS, one.kind),
    detail: one.kind === 'chair' ? labelOf(MEETING_KINDS, one.what as MeetingKind) : one.what,
    episodeHref: `/episodes/${one.episodeId}`,
    teamHref: `/episodes/${one.episodeId}/team`,
    isGiven,
    choices: isGiven ? peopleOptions(successors) : [],
  };
}
