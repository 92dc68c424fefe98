import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { ChildDeathsService, UNDO_DEATH_DAYS } from '#libs/casework/child-deaths';
import { FormReader } from '#libs/page-kit';
import { conflict, forbidden, londonDate, now } from '#libs/platform';
import { DEATH_DATES_KNOWN, DEATH_SOURCES, keysOf, optionsOf } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const RECORD = 'child-deaths/record-death.njk';
const UNDO = 'child-deaths/undo-death.njk';

/** Recording that a child has died, or that a pregnancy has ended; and undoing what was recorded in error. */
@Controller('children/:id/death')
export class ChildDeathsController {
  constructor(
    private readonly children: ChildrenService,
    private readonly deaths: ChildDeathsService,
  ) {}

  @Get()
  @Allow('death.record')
  async show(@Param('id') id: string): Promise<Page> {
    return page(RECORD, { ...(await this.form(id)), typed: {} });
  }

  @Post()
  @Allow('death.record')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.form(id);
    const form = new FormReader(body);
    const draft = {
      dateKnown: form.choice('dateKnown', keysOf(DEATH_DATES_KNOWN), { label: 'how well the date is known' }),
      diedOn: form.optionalDate('diedOn', { label: 'the date', latest: londonDate(now()) }),
      source: form.choice('source', keysOf(DEATH_SOURCES), { label: 'who told you' }),
      note: form.optionalLongText('note', { label: 'the note', max: 2000 }),
    };
    const result = await submit(form, () => this.deaths.record(id, draft));
    if (result.ok)
      return done(`/children/${id}`, 'Recorded. The people who work with the family have been told.');
    return pageWithErrors(RECORD, { ...view, errors: result.errors, typed: form.typed });
  }

  @Get('undoing')
  @Allow('episode.list')
  async showUndoing(@Param('id') id: string): Promise<Page> {
    return page(UNDO, { ...(await this.undoing(id)), typed: {} });
  }

  @Post('undoing')
  @Allow('episode.list')
  async undo(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.undoing(id);
    const form = new FormReader(body);
    const reason = form.longText('reason', { label: 'why this was recorded in error', max: 2000 });
    const result = await submit(form, () => this.deaths.undo(id, reason));
    if (result.ok)
      return done(`/children/${id}`, 'Corrected. The people who were told have been told of this too.');
    return pageWithErrors(UNDO, { ...view, errors: result.errors, typed: form.typed });
  }

  private async form(id: string) {
    const { child } = await this.children.find(id);
    if (!(await this.deaths.mayRecord(id)))
      throw forbidden('You cannot record this. Tell the lead professional or the coordinator.');
    if (await this.deaths.ofChild(id)) throw conflict('This has already been recorded.');
    const beforeBirth = child.dateOfBirth === null;
    return {
      title: beforeBirth ? 'Record that the pregnancy has ended' : `Record that ${child.givenNames} has died`,
      child,
      beforeBirth,
      datesKnown: optionsOf(DEATH_DATES_KNOWN),
      sources: optionsOf(DEATH_SOURCES),
      undoDays: UNDO_DEATH_DAYS,
    };
  }

  private async undoing(id: string) {
    const { child } = await this.children.find(id);
    const death = await this.deaths.ofChild(id);
    if (!death) throw conflict('Nothing is recorded that could be undone.');
    if (!death.mayUndo)
      throw forbidden(
        `Only the person who recorded this can undo it, for ${UNDO_DEATH_DAYS} days. Ask them, or information governance.`,
      );
    return { title: 'This was recorded in error', child, beforeBirth: death.beforeBirth };
  }
}
