import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { CORRECTION_ANSWERS, type CorrectionDraft, CorrectionsService } from '#libs/casework/rights';
import { FormReader } from '#libs/page-kit';
import { londonDate, now, unreachable } from '#libs/platform';
import {
  CORRECTION_ASKERS,
  CORRECTION_SUBJECTS,
  type CorrectionSubject,
  isKeyOf,
  keysOf,
  labelOf,
  optionsOf,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';
import { done, Page, page, pageWithErrors, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toCorrectionView } from '../shared/corrections.js';

type Told = Omit<CorrectionDraft, 'subjectKind' | 'subjectId'>;

/**
 * A correction that the family asks for: requested beside the item, decided here, and shown beside the item from then
 * on.
 */
@Controller('episodes/:id/corrections')
export class CorrectionsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly corrections: CorrectionsService,
  ) {}

  @Get()
  @Allow('record.read')
  list(@Param('id') id: string): Promise<Page> {
    return this.listed(id);
  }

  @Get('new')
  @Allow('correction.ask')
  async ask(
    @Param('id') id: string,
    @Query('kind') kind?: unknown,
    @Query('subject') subject?: unknown,
  ): Promise<Page> {
    return page('rights/new-correction.njk', { ...(await this.asked(id, kind, subject)), typed: {} });
  }

  @Post()
  @Allow('correction.ask')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { subjectKind, subjectId } = body;
    const view = await this.asked(id, subjectKind, subjectId);
    const form = readCorrection(body, londonDate(now()));
    const result = await submit(form, (values) =>
      this.corrections.ask(id, {
        ...values,
        subjectKind: view.subjectKind,
        subjectId: view.item.id,
      }),
    );
    if (result.ok)
      return done(
        `/episodes/${id}/corrections`,
        'Correction saved. It is shown next to what they say is wrong.',
      );
    return pageWithErrors('rights/new-correction.njk', {
      ...view,
      errors: result.errors,
      typed: form.ok ? body : form.typed,
    });
  }

  @Post(':correction')
  @Allow('correction.decide')
  async decide(
    @Param('id') id: string,
    @Param('correction') correctionId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const correction = await this.corrections.find(correctionId);
    if (correction.episodeId !== id) throw unreachable();
    const form = new FormReader(body);
    const status = form.choice(`status-${correctionId}`, CORRECTION_ANSWERS, { label: 'a decision' });
    const note = form.optionalLongText(`note-${correctionId}`, { label: 'the note' });
    const result = await submit(form, () => this.corrections.decide(correctionId, { status, note }));
    if (result.ok)
      return done(
        `/episodes/${id}/corrections`,
        'Decision saved. It is shown next to what they say is wrong.',
      );
    const errors = result.errors.map(({ field, message }) => ({
      field: field === 'note' ? `note-${correctionId}` : field,
      message,
    }));
    return this.listed(id, { errors, typed: form.typed }, 422);
  }

  private async listed(id: string, again: RedisplayedForm = {}, status = 200): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'overview');
    if (!seen.abilities.may('record.read')) throw unreachable();
    const rows = [];
    for (const row of await this.corrections.list(id)) {
      const item = await this.corrections.readableItem(id, row.subjectKind, row.subjectId);
      rows.push({ ...toCorrectionView(row), words: item?.words ?? '', href: item?.href ?? null });
    }
    return new Page(
      'rights/corrections.njk',
      {
        title: 'Corrections',
        episode,
        corrections: rows,
        mayDecide: seen.abilities.may('correction.decide'),
        answers: [
          { value: 'accepted', text: 'Accept: show the correction next to it' },
          { value: 'disputed', text: 'Note a disagreement: we do not agree, so both views are shown' },
          { value: 'declined', text: 'Decline, with a reason' },
        ],
        typed: {},
        ...again,
      },
      status,
    );
  }

  private async asked(id: string, kind: unknown, subject: unknown) {
    const { seen, episode } = await this.header.open(id, 'overview');
    seen.abilities.permit('correction.ask', 'ask for a correction');
    if (!isKeyOf(CORRECTION_SUBJECTS, kind) || typeof subject !== 'string') throw unreachable();
    const item = await this.corrections.item(id, kind, subject);
    return {
      title: 'Request a correction',
      episode,
      item,
      topic: item.topic ? labelOf(SENSITIVE_TOPICS, item.topic as SensitiveTopic) : null,
      subjectKind: kind as CorrectionSubject,
      about: labelOf(CORRECTION_SUBJECTS, kind),
      askers: optionsOf(CORRECTION_ASKERS),
    };
  }
}

function readCorrection(body: unknown, today: string) {
  const form = new FormReader(body);
  return form.answer<Told>({
    saidWrong: form.longText('saidWrong', {
      label: 'what is wrong',
      message: 'Enter what they say is wrong',
    }),
    shouldSay: form.longText('shouldSay', {
      label: 'what it should say',
      message: 'Enter what it should say',
    }),
    askedBy: form.text('askedBy', {
      label: 'who is asking for the correction',
      message: 'Enter who is asking for the correction',
    }),
    askedByCapacity: form.choice('askedByCapacity', keysOf(CORRECTION_ASKERS), { label: 'who they are' }),
    askedOn: form.optionalDate('askedOn', { label: 'the date they asked', latest: today }),
  });
}
