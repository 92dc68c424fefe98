import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, DraftsService } from '#libs/access';
import { time } from '#libs/page-kit';
import { conflict, now, ProblemError, unreachable } from '#libs/platform';
import { draftFieldOf, FORM_FIELD, toDraftField, typedFields } from '../../http/draft-fields.js';
import { addressedSubject, isFormOnPage } from '../../http/draft-forms.js';
import { done, type Page, page, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { wasSent } from '../../http/sent-once.interceptor.js';
import { toDraftView } from './draft.page.js';

const TOO_LARGE = 'What you typed is too long to be saved as a draft. Send the form.';
const TOO_MANY = 'You have 50 unfinished forms. Send or discard some of them first.';

interface Saved {
  /** Where the draft is now; null if it was not saved and may be saved later. */
  readonly draft: string | null;
  /** The time of day, as it is shown beside the form. */
  readonly at: string;
}

/** What the signed-in person has typed and not sent. No one else reads it. */
@Controller('drafts')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  /** From the script, which stays on the page, and from the button of a form. */
  @Post()
  @Allow('directory.read')
  async save(
    @Req() request: BridgesRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: Record<string, unknown>,
  ): Promise<Saved | Redirect> {
    const isQuiet = request.accepts(['html', 'json']) === 'json';
    const place = await this.keep(request, body, isQuiet);
    if (!isQuiet)
      return done('/', 'What you typed is saved. Find it on this page, under “Unfinished forms”.');
    response.status(200);
    return { draft: place && toDraftField(place), at: time(now()) };
  }

  @Get(':id')
  @Allow('directory.read')
  async show(@Param('id') id: string): Promise<Page> {
    const draft = await this.drafts.open(id);
    if (!draft) throw unreachable();
    return page('drafts/draft.njk', toDraftView(draft));
  }

  @Post(':id/discarding')
  @Allow('directory.read')
  async discard(@Param('id') id: string): Promise<Redirect> {
    if (!(await this.drafts.open(id))) throw unreachable();
    await this.drafts.discard(id);
    return done('/', 'Your unsaved changes were discarded.');
  }

  /** Null if nothing was saved: the form has just been sent, and this may be from before. */
  private async keep(request: BridgesRequest, body: Record<string, unknown>, isQuiet: boolean) {
    const [place, form] = [draftFieldOf(body), body[FORM_FIELD]];
    if (!place || typeof form !== 'string' || !isFormOnPage(form, place.page)) throw unreachable();
    const sent = await wasSent(request, form);
    if (sent === 'so') return place;
    if (sent === 'just now' && isQuiet) return null;
    const subject = await this.drafts.subjectOf(...addressedSubject(form));
    if (!subject) throw unreachable();
    const saved = await this.drafts.save({ ...place, form }, subject, typedFields(body));
    if (saved === 'too large') throw new ProblemError(422, TOO_LARGE);
    if (saved === 'too many') throw conflict(TOO_MANY);
    return saved;
  }
}
