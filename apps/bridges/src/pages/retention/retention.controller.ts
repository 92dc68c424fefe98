import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { DestructionService, RetentionService } from '#libs/casework/retention';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now } from '#libs/platform';
import { isKeyOf, keysOf, labelOf, RETENTION_STATES, type RetentionState } from '#libs/terms';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, Page, page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toRetentionLineView, toRetentionQueueView, toTombstoneView } from './retention.page.js';
import { describeRetention } from '../shared/retention-summary.js';

const PAGE = 50;
type Typed = Record<string, unknown>;

@Controller('retention')
export class RetentionController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly retention: RetentionService,
    private readonly destruction: DestructionService,
  ) {}

  @Get()
  @Allow('retention.queue')
  async queue(@Query('state') asked?: unknown, @Query('cursor') cursor?: unknown): Promise<Page> {
    const state: RetentionState = isKeyOf(RETENTION_STATES, asked) ? asked : 'due';
    const after = typeof cursor === 'string' && cursor ? cursor : undefined;
    const rows =
      state === 'destroyed'
        ? await this.retention.tombstones(PAGE + 1, after)
        : await this.retention.queue(state, PAGE + 1, after);
    const visibleRows = rows.slice(0, PAGE);
    return page('retention/queue.njk', {
      title: 'Record retention',
      state,
      tabs: keysOf(RETENTION_STATES).map((one) => ({
        text: labelOf(RETENTION_STATES, one),
        href: `/retention?state=${one}`,
        active: one === state,
      })),
      rows:
        state === 'destroyed'
          ? []
          : (visibleRows as Parameters<typeof toRetentionQueueView>[0][]).map(toRetentionQueueView),
      stones:
        state === 'destroyed'
          ? (visibleRows as Parameters<typeof toTombstoneView>[0][]).map(toTombstoneView)
          : [],
      next: rows.length > PAGE ? `/retention?state=${state}&cursor=${visibleRows.at(-1)!.id}` : null,
    });
  }

  @Get(':id')
  @Allow('retention.read')
  show(@Param('id') id: string): Promise<Page> {
    return this.load(id);
  }

  @Post(':id/holds')
  @Allow('retention.manage')
  hold(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    const { form, text } = words(body, 'holdReason', 'Enter why it must be kept');
    return this.act(id, form, () => this.retention.placeHold(id, text), `/retention/${id}`, 'Hold placed.');
  }

  @Post(':id/holds/:hold')
  @Allow('retention.manage')
  lift(@Param('id') id: string, @Param('hold') hold: string, @Body() body: Typed): Promise<Page | Redirect> {
    const { form, text } = words(body, 'because', 'Enter why you are lifting the hold');
    return this.act(id, form, () => this.retention.liftHold(hold, text), `/retention/${id}`, 'Hold lifted.');
  }

  @Post(':id/proposal')
  @Allow('retention.manage')
  @ConfirmedRecently()
  propose(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    const { form, text } = words(body, 'reason', 'Enter why it should be deleted');
    return this.act(
      id,
      form,
      () => this.destruction.propose(id, text),
      `/retention/${id}`,
      'Deletion proposed. A second person must now approve or decline it.',
    );
  }

  @Post(':id/proposal/:proposal')
  @Allow('destruction.answer')
  @ConfirmedRecently()
  answer(
    @Param('id') id: string,
    @Param('proposal') proposal: string,
    @Body() body: Typed,
  ): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const answer = form.choice('answer', ['approved', 'declined'], {
      label: 'your answer',
      message: 'Select whether you approve deleting this record',
    });
    const why = form.optionalText('declinedBecause', { label: 'the reason', max: 2000 });
    if (answer === 'declined' && !why) form.reject('declinedBecause', 'Enter why you are keeping it');
    return answer === 'approved'
      ? this.act(
          id,
          form,
          () => this.destruction.approve(proposal),
          '/retention?state=destroyed',
          'Record deleted.',
        )
      : this.act(
          id,
          form,
          () => this.destruction.decline(proposal, why ?? ''),
          `/retention/${id}`,
          'Proposal declined. The record is kept.',
        );
  }

  private async act(
    id: string,
    form: FormReader,
    work: () => Promise<unknown>,
    url: string,
    said: string,
  ): Promise<Page | Redirect> {
    const result = await submit(form, work);
    if (result.ok) return done(url, said);
    return this.load(id, { errors: result.errors, typed: form.typed }, 422);
  }

  private async load(id: string, again: RedisplayedForm = {}, status = 200): Promise<Page> {
    const kept = await this.retention.readRetentionDate(id);
    const { seen, episode } = await this.header.open(id, 'overview');
    const holds = seen.abilities.may('retention.manage') ? await this.retention.holds(id) : [];
    const proposals = await this.destruction.proposals(id);
    const waiting = proposals.find(({ declinedAt }) => declinedAt === null) ?? null;
    const due = kept !== null && !kept.held && kept.dueOn <= londonDate(now());
    const mine = waiting?.proposedBy === actor().practitionerId;
    return new Page(
      'retention/retention.njk',
      {
        title: 'How long this record is kept',
        episode,
        kept: kept && {
          words: describeRetention(kept),
          held: kept.held,
          lines: kept.lines.map(toRetentionLineView),
        },
        holds,
        held: holds.find(({ liftedAt }) => liftedAt === null) ?? null,
        proposals: proposals.filter(({ declinedAt }) => declinedAt !== null),
        waiting,
        mine,
        mayHold: seen.abilities.may('retention.manage') && !holds.some(({ liftedAt }) => liftedAt === null),
        mayPropose: due && waiting === null && seen.abilities.may('retention.manage'),
        mayAnswer: due && waiting !== null && !mine && seen.abilities.may('destruction.answer'),
        typed: {},
        ...again,
      },
      status,
    );
  }
}

function words(body: unknown, name: string, message: string): { form: FormReader; text: string } {
  const form = new FormReader(body);
  return { form, text: form.text(name, { label: 'the reason', message, max: 2000 }) };
}
