import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { abilitiesOn, Allow } from '#libs/access';
import {
  DEFAULT_HOURS,
  EmergencyAccessesService,
  EmergencyReadingService,
} from '#libs/casework/emergency-access';
import { unreachable } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readEmergency } from './emergency-access.form.js';
import { choicesFor, describeRequest } from './emergency-access.page.js';

const FORM = 'emergency-access/ask.njk';

/** Opening a closed record in an emergency: give the reason, read who will be told, then open it. */
@Controller('episodes/:id/emergency-access')
export class AskInEmergencyController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly accesses: EmergencyAccessesService,
    private readonly reading: EmergencyReadingService,
  ) {}

  @Get()
  @Allow('emergency.ask')
  @ConfirmedRecently()
  async show(@Param('id') id: string): Promise<Page> {
    return page(FORM, { ...(await this.load(id)), typed: { hours: String(DEFAULT_HOURS) } });
  }

  @Post()
  @Allow('emergency.ask')
  @ConfirmedRecently()
  async ask(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.load(id);
    const form = readEmergency(body);
    if (!form.ok) return pageWithErrors(FORM, { ...view, errors: form.errors, typed: form.typed });
    const typed = { ...body, topics: form.values.topics };
    if (body['step'] === 'change') return page(FORM, { ...view, typed });
    if (body['step'] !== 'open') {
      const checked = await toFormResult(() => this.accesses.check(id, form.values));
      if (!checked.ok) return pageWithErrors(FORM, { ...view, errors: checked.errors, typed });
      return page('emergency-access/confirm.njk', {
        ...view,
        title: 'Check before you open this record',
        draft: form.values,
        words: describeRequest(form.values),
      });
    }
    const result = await toFormResult(() => this.accesses.ask(id, form.values));
    if (!result.ok) return pageWithErrors(FORM, { ...view, errors: result.errors, typed });
    return result.value.state === 'open'
      ? done(
          `/episodes/${id}`,
          'You have emergency access to this record for a limited time. The people responsible for it have been told.',
        )
      : done(
          '/emergency-accesses',
          'Your request has been sent. Access starts when a second person agrees. They have been told.',
        );
  }

  /** Uses the episode's own page if it is within reach; otherwise a page that does not reveal whose record it is. */
  private async load(id: string) {
    if (!(await this.reading.mayAsk(id))) throw unreachable();
    const within = (await abilitiesOn(id)).may('episode.read');
    const episode = within ? (await this.header.open(id, 'access')).episode : null;
    return { title: 'Get emergency access', id, episode, ...choicesFor(episode?.may ?? {}) };
  }
}
