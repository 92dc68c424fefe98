import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { type AgencyDraft, AgenciesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now } from '#libs/platform';
import { AGENCY_KINDS, type AgencyKind, checkTelephone, keysOf, labelOf, optionsOf } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { checkedLine } from '../shared/checked-line.js';

const VIEW = 'directory/agency-form.njk';

@Controller('directory/agencies')
export class AgenciesController {
  constructor(private readonly agencies: AgenciesService) {}

  @Get()
  @Allow('directory.read')
  async list(): Promise<Page> {
    const agencies = await this.agencies.list();
    return page('directory/agencies.njk', {
      title: 'Agencies',
      mayManage: mayEver(actor().role, 'agencies.manage'),
      agencies: agencies.map(({ id, name, kind, telephone, endedOn }) => ({
        id,
        name,
        kind: labelOf(AGENCY_KINDS, kind as AgencyKind),
        telephone,
        lastDay: endedOn,
        isClosed: endedOn !== null && endedOn < londonDate(now()),
      })),
    });
  }

  @Get('new')
  @Allow('agencies.manage')
  showNew(): Page {
    return page(VIEW, { ...formOf('/directory/agencies/new', 'Add an agency'), typed: {} });
  }

  @Post('new')
  @Allow('agencies.manage')
  async add(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const draft = read(form);
    const view = { ...formOf('/directory/agencies/new', 'Add an agency'), typed: form.typed };
    const result = await submit(form, () =>
      this.agencies.add({ ...draft, otherAgencyConfirmed: body['otherAgencyConfirmed'] === 'yes' }),
    );
    return result.ok
      ? done('/directory/agencies', 'Agency added.')
      : pageWithErrors(VIEW, { ...view, errors: result.errors });
  }

  @Get(':id/change')
  @Allow('agencies.manage')
  async showChange(@Param('id') id: string): Promise<Page> {
    const agency = await this.agencies.find(id);
    return page(VIEW, {
      ...formOf(`/directory/agencies/${id}/change`, `Change ${agency.name}`),
      typed: agency,
      version: agency.version,
    });
  }

  @Post(':id/change')
  @Allow('agencies.manage')
  async change(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const agency = await this.agencies.find(id);
    const form = new FormReader(body);
    const seen = form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
    const draft = read(form);
    const view = {
      ...formOf(`/directory/agencies/${id}/change`, `Change ${agency.name}`),
      typed: form.typed,
    };
    if (!form.ok) return pageWithErrors(VIEW, { ...view, version: seen, errors: form.errors });
    const result = await toFormResult(() => this.agencies.change(id, seen, draft));
    return result.ok
      ? done('/directory/agencies', 'Agency saved.')
      : pageWithErrors(VIEW, { ...view, version: agency.version, errors: result.errors });
  }
}

const read = (form: FormReader): AgencyDraft => ({
  name: form.text('name', { label: 'the name of the agency' }),
  kind: form.choice('kind', keysOf(AGENCY_KINDS), { label: 'the type of agency' }),
  telephone: checkedLine(form, 'telephone', 'the telephone number', checkTelephone),
});
const formOf = (action: string, title: string) => ({
  action,
  title,
  kinds: [{ value: '', text: 'Choose' }, ...optionsOf(AGENCY_KINDS)],
});
