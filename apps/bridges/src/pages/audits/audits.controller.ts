import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, audit, mayEver } from '#libs/access';
import { AgenciesService } from '#libs/directory';
import { AuditsService, MAX_AUDIT_DAYS, MAX_SAMPLE_SIZE } from '#libs/oversight/audits';
import { FormReader } from '#libs/page-kit';
import { actor, addDays, londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';

const VIEW = 'audits/audits.njk';

/** Information governance commissions and closes an audit; the auditor records findings on the sampled cases. */
@Controller('audits')
export class AuditsController {
  constructor(
    private readonly audits: AuditsService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get()
  @Allow('audit.read')
  async list(): Promise<Page> {
    const view = await this.load();
    await audit('read audits', 'audit', {});
    return page(VIEW, view);
  }

  @Post()
  @Allow('audit.commission')
  async commission(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const today = londonDate(now());
    const form = new FormReader(body);
    const read = form.answer({
      question: form.longText('question', {
        label: 'the question',
        message: 'Enter the audit question',
        max: 1000,
      }),
      auditorId: form.text('auditorId', { label: 'the auditor', message: 'Select the auditor' }),
      most: form.integer('most', { label: 'the number of episodes', min: 1, max: MAX_SAMPLE_SIZE }),
      level: form.optionalInteger('level', { label: 'the level', min: 1, max: 4 }),
      endsOn: form.date('endsOn', {
        label: 'the last day',
        earliest: today,
        latest: addDays(today, MAX_AUDIT_DAYS),
      }),
    });
    const result = await submit(read, (values) => this.audits.commission(values));
    if (result.ok) return done('/audits', 'Audit created. Its episodes have been picked at random.');
    return pageWithErrors(VIEW, { ...(await this.load()), errors: result.errors, typed: body });
  }

  @Post(':id/ending')
  @Allow('audit.commission')
  async end(@Param('id') id: string): Promise<Page | Redirect> {
    const result = await toFormResult(async () => this.audits.end(id));
    if (result.ok) return done('/audits', 'Audit ended. The auditor can no longer read its episodes.');
    return pageWithErrors(VIEW, { ...(await this.load()), errors: result.errors });
  }

  private async load() {
    const mayCommission = mayEver(actor().role, 'audit.commission');
    const auditors = mayCommission ? await this.audits.auditors() : [];
    return {
      title: 'Audits',
      audits: await this.audits.audits(),
      mayCommission,
      auditors: [
        { value: '', text: 'Choose' },
        ...auditors.map(({ id, name, agency }) => ({ value: id, text: `${name}, ${agency.name}` })),
      ],
      levels: [
        { value: '', text: 'Any' },
        ...(await this.agencies.levels()).map(({ number, name }) => ({
          value: String(number),
          text: `${number} ${name}`,
        })),
      ],
      typed: {},
    };
  }
}
