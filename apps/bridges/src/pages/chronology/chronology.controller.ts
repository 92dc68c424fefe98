import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { CHRONOLOGY_KINDS, ChronologyService } from '#libs/casework/chronology';
import { CorrectionsService } from '#libs/casework/rights';
import { londonDate, now, unreachable } from '#libs/platform';
import { isKeyOf } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { askHref, toCorrectionMarksView } from '../shared/corrections.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toEntryView, kindChoices, noteChoices, readNote } from './chronology.page.js';

@Controller('episodes/:id/chronology')
export class ChronologyController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly chronology: ChronologyService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Get()
  @Allow('episode.read')
  async show(
    @Param('id') id: string,
    @Query('kind') kind?: unknown,
    @Query('cursor') cursor?: unknown,
  ): Promise<Page> {
    return page('chronology/chronology.njk', { ...(await this.load(id, kind, cursor)), note: {} });
  }

  @Post()
  @Allow('chronology.add')
  async add(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readNote(body, londonDate(now()));
    const result = await submit(form, (values) => this.chronology.addNote(id, values));
    if (result.ok) return done(`/episodes/${id}/chronology`, 'Note added to the chronology.');
    return pageWithErrors('chronology/chronology.njk', {
      ...(await this.load(id)),
      errors: result.errors,
      note: form.ok ? body : form.typed,
    });
  }

  private async load(id: string, asked?: unknown, cursor?: unknown) {
    const kind = isKeyOf(CHRONOLOGY_KINDS, asked) ? asked : '';
    const { seen, episode } = await this.header.open(id, 'chronology');
    if (!seen.abilities.may('record.read')) throw unreachable();
    const { items, next } = await this.chronology.entries(id, {
      kind,
      ...(typeof cursor === 'string' && cursor ? { cursor } : {}),
    });
    const noteIds = items.flatMap(({ noteId }) => noteId ?? []);
    const marks = toCorrectionMarksView(await this.corrections.beside(noteIds));
    const mayCorrect = seen.abilities.may('correction.ask');
    const query = new URLSearchParams({ ...(kind ? { kind } : {}), cursor: next ?? '' });
    return {
      title: 'Chronology',
      episode,
      entries: items.map((item) => ({
        ...toEntryView(item),
        marks: (item.noteId && marks[item.noteId]) || [],
        askHref: item.noteId && mayCorrect ? askHref(id, 'chronology_note', item.noteId) : null,
      })),
      kinds: kindChoices,
      filter: { kind },
      ...noteChoices,
      next: next ? `/episodes/${id}/chronology?${query.toString()}` : null,
      mayAdd: seen.open && seen.abilities.may('chronology.add'),
    };
  }
}
