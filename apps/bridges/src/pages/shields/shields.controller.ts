import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  lastReviewDay,
  ShieldNamesService,
  ShieldsReadingService,
  ShieldsService,
} from '#libs/casework/shields';
import { ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { londonDate, now } from '#libs/platform';
import { fullName } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { readDecision } from './shield.form.js';
import { shieldRow, toShieldView } from './shield.page.js';

const VIEW = 'shields/shield.njk';

/** Information governance's queue, and each shield for the people who may know of it. */
@Controller('shields')
export class ShieldsController {
  constructor(
    private readonly reading: ShieldsReadingService,
    private readonly shields: ShieldsService,
    private readonly names: ShieldNamesService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get()
  @Allow('shield.queue')
  async queue(): Promise<Page> {
    const today = londonDate(now());
    const rows = (await this.reading.queue()).map((shield) => shieldRow(shield, today));
    return page('shields/shields.njk', {
      title: 'Protected addresses',
      waiting: rows.filter(({ waits }) => waits),
      confirmed: rows.filter(({ waits }) => !waits),
    });
  }

  @Get(':id')
  @Allow('shield.request')
  async show(@Param('id') id: string, @Query('name') name?: unknown): Promise<Page> {
    return page(VIEW, { ...(await this.load(id, name)), typed: {} });
  }

  @Post(':id/decision')
  @Allow('shield.request')
  async decide(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { form, decision } = readDecision(body);
    const result = await submit(form, () => this.shields.decide(id, decision));
    if (result.ok) return done('/shields', 'Decision saved. The person who asked has been told.');
    return pageWithErrors(VIEW, {
      ...(await this.load(id)),
      typed: form.typed,
      errors: result.errors,
    });
  }

  @Post(':id/ending')
  @Allow('shield.request')
  async end(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const reason = form.longText('endingReason', { label: 'why it is safe now', max: 2000 });
    const result = await submit(form, () => this.shields.end(id, reason));
    if (result.ok)
      return done(
        '/shields',
        'Protection ended. Contact details can be seen again by everyone who has access to the record.',
      );
    return pageWithErrors(VIEW, {
      ...(await this.load(id)),
      typed: form.typed,
      errors: result.errors,
    });
  }

  @Post(':id/names')
  @Allow('shield.request')
  async name(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const person = form.text('practitionerId', { label: 'the person', message: 'Select a person' });
    const result = await submit(form, () => this.names.name(id, person));
    if (result.ok) return done(`/shields/${id}`, 'Person added. They have been told.');
    return pageWithErrors(VIEW, {
      ...(await this.load(id)),
      typed: form.typed,
      errors: result.errors,
    });
  }

  @Post(':id/names/:nameId/ending')
  @Allow('shield.request')
  async unname(@Param('id') id: string, @Param('nameId') nameId: string): Promise<Page | Redirect> {
    const result = await toFormResult(() => this.names.unname(id, nameId));
    if (result.ok)
      return done(`/shields/${id}`, 'Person removed. They can no longer see the contact details.');
    return pageWithErrors(VIEW, { ...(await this.load(id)), typed: {}, errors: result.errors });
  }

  private async load(id: string, name?: unknown) {
    const today = londonDate(now());
    const shield = await this.reading.find(id);
    const wanted = typeof name === 'string' ? name.trim() : '';
    const colleagues =
      wanted.length > 1 ? await this.colleagues.list({ name: wanted.slice(0, 100), limit: 20 }) : [];
    return {
      title: `Protected address of ${fullName(shield.child)}`,
      shield: toShieldView(shield, today),
      latest: lastReviewDay(today),
      wanted,
      found: colleagues.map((one) => ({
        value: one.id,
        text: `${one.name}, ${one.jobTitle}, ${one.agency.name}`,
      })),
    };
  }
}
