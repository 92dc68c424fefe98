import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { type NotedAt, SensitiveNotes } from '#libs/casework/episodes';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { noteTopics, readSensitiveNote } from '../shared/sensitive-topics.js';

const VIEW = 'episodes/add-sensitive-note.njk';

/** A sensitive note that accompanies a meeting or a review. */
@Controller('episodes/:id')
export class SensitiveNotesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly notes: SensitiveNotes,
  ) {}

  @Get('meetings/:meetingId/notes')
  @Allow('meeting.minute')
  async askAtMeeting(@Param('id') id: string, @Param('meetingId') at: string): Promise<Page> {
    return page(VIEW, await this.form('meeting', id, at));
  }

  @Post('meetings/:meetingId/notes')
  @Allow('meeting.minute')
  addAtMeeting(
    @Param('id') id: string,
    @Param('meetingId') at: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    return this.add('meeting', id, at, body);
  }

  @Get('reviews/:reviewId/notes')
  @Allow('review.hold')
  async askAtReview(@Param('id') id: string, @Param('reviewId') at: string): Promise<Page> {
    return page(VIEW, await this.form('review', id, at));
  }

  @Post('reviews/:reviewId/notes')
  @Allow('review.hold')
  addAtReview(
    @Param('id') id: string,
    @Param('reviewId') at: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    return this.add('review', id, at, body);
  }

  private async add(kind: NotedAt, id: string, at: string, body: Record<string, unknown>) {
    const form = readSensitiveNote(body);
    const result = await submit(form, (values) => this.notes.add(kind, id, at, values));
    const view = await this.form(kind, id, at);
    if (result.ok) return done(view.back, 'Restricted note added.');
    return pageWithErrors(VIEW, { ...view, errors: result.errors, typed: form.ok ? body : form.typed });
  }

  private async form(kind: NotedAt, id: string, at: string) {
    await permitOn(id, kind === 'meeting' ? 'meeting.minute' : 'review.hold', 'write a restricted note');
    const { episode } = await this.header.open(id, kind === 'meeting' ? 'team' : 'reviews');
    const back = kind === 'meeting' ? `/episodes/${id}/meetings/${at}` : `/episodes/${id}/reviews`;
    return { title: `Add a restricted note to this ${kind}`, episode, topics: noteTopics, back, typed: {} };
  }
}
