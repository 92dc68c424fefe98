import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AgenciesService, type ServiceDraft, ServicesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { checkTelephone } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { checkedLine } from '../shared/checked-line.js';

const VIEW = 'directory/service-form.njk';

/** Maintaining the directory: adding and changing a service. */
@Controller('directory/services')
export class ServiceEditingController {
  constructor(
    private readonly services: ServicesService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get('new')
  @Allow('directory.edit')
  async showNew(): Promise<Page> {
    return page(VIEW, await this.form('/directory/services/new', 'Add a service', {}));
  }

  @Post('new')
  @Allow('directory.edit')
  async add(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const draft = await this.read(form);
    const view = await this.form('/directory/services/new', 'Add a service', form.typed);
    const result = await submit(form, () => this.services.add(draft));
    return result.ok
      ? done(`/directory/services/${result.value}`, 'Service added.')
      : pageWithErrors(VIEW, { ...view, errors: result.errors });
  }

  @Get(':id/change')
  @Allow('directory.edit')
  async showChange(@Param('id') id: string): Promise<Page> {
    const { agency, level, version, ...service } = await this.services.find(id);
    const typed = { ...service, level: String(level), agencyId: agency?.id };
    return page(VIEW, {
      ...(await this.form(`/directory/services/${id}/change`, `Change ${service.name}`, typed)),
      version,
    });
  }

  @Post(':id/change')
  @Allow('directory.edit')
  async change(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const service = await this.services.find(id);
    const form = new FormReader(body);
    const seen = form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
    const draft = await this.read(form);
    const view = await this.form(`/directory/services/${id}/change`, `Change ${service.name}`, form.typed);
    if (!form.ok) return pageWithErrors(VIEW, { ...view, version: seen, errors: form.errors });
    const result = await toFormResult(() => this.services.change(id, seen, draft));
    return result.ok
      ? done(`/directory/services/${id}`, 'Service saved.')
      : pageWithErrors(VIEW, { ...view, version: service.version, errors: result.errors });
  }

  private async read(form: FormReader): Promise<ServiceDraft> {
    return {
      name: form.text('name', { label: 'the name of the service' }),
      description: form.longText('description', { label: 'what the service does', max: 2000 }),
      level: Number(form.choice('level', ['1', '2', '3', '4'], { label: 'the level of need' })),
      agencyId: form.optionalChoice(
        'agencyId',
        (await this.agencies.open()).map(({ id }) => id),
        { label: 'the agency' },
      ),
      audience: form.optionalText('audience', { label: 'who it is for' }),
      telephone: checkedLine(form, 'telephone', 'the telephone number', checkTelephone),
    };
  }

  private async form(action: string, title: string, typed: object) {
    return {
      title,
      action,
      typed,
      levels: (await this.agencies.levels()).map(({ number, name }) => ({
        value: String(number),
        text: `${number} ${name}`,
      })),
      agencies: [
        { value: '', text: 'None' },
        ...(await this.agencies.open()).map(({ id, name }) => ({ value: id, text: name })),
      ],
    };
  }
}
