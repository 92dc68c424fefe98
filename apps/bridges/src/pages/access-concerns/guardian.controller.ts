import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PeopleService } from '#libs/directory';
import { GuardiansService } from '#libs/oversight/access-concerns';
import { FormReader } from '#libs/page-kit';
import { done, Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const LEAD = { value: 'lead', text: 'No one in this agency: the authority’s information governance lead' };

/** The guardian named by an agency, who reviews how its practitioners open records. */
@Controller('access-concerns/guardian')
export class GuardianController {
  constructor(
    private readonly guardians: GuardiansService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Allow('guardian.name')
  show(): Promise<Page> {
    return this.load();
  }

  @Post()
  @Allow('guardian.name')
  async name(@Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const choices = await this.choices();
    const chosen = form.choice(
      'practitionerId',
      choices.map(({ value }) => value),
      { label: 'the access reviewer', message: 'Select who reviews' },
    );
    const result = await submit(form, () => this.guardians.name(chosen === LEAD.value ? null : chosen));
    if (!result.ok) return this.load({ typed: form.typed, errors: result.errors }, 422);
    return done('/access-concerns/guardian', 'Saved.');
  }

  private async choices(): Promise<{ value: string; text: string }[]> {
    const people = await this.people.mine();
    return [LEAD, ...people.map(({ id, name, jobTitle }) => ({ value: id, text: `${name}, ${jobTitle}` }))];
  }

  private async load(again: object = {}, status = 200): Promise<Page> {
    const named = await this.guardians.named();
    return new Page(
      'access-concerns/guardian.njk',
      {
        title: 'Access reviewer',
        named,
        choices: await this.choices(),
        typed: { practitionerId: named?.id ?? LEAD.value },
        errors: [],
        ...again,
      },
      status,
    );
  }
}
