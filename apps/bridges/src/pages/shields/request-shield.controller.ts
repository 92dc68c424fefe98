import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { CarersService, ChildrenService } from '#libs/casework/children';
import { ShieldNamesService, ShieldsService } from '#libs/casework/shields';
import { forbidden } from '#libs/platform';
import { optionsOf, SHIELD_GROUNDS, SHIELD_REQUESTERS, fullName } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { readRequest } from './shield.form.js';

const VIEW = 'shields/request.njk';

/** Requests a shield: it takes effect at once and is decided afterwards. */
@Controller('children/:id/shields')
export class RequestShieldController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly shields: ShieldsService,
    private readonly names: ShieldNamesService,
  ) {}

  @Get('new')
  @Allow('shield.request')
  async show(@Param('id') id: string): Promise<Page> {
    const { view, lead } = await this.form(id);
    return page(VIEW, { ...view, typed: { practitionerIds: lead } });
  }

  @Post('new')
  @Allow('shield.request')
  async ask(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { view, carerIds, peopleIds } = await this.form(id);
    const { form, draft } = readRequest(body, carerIds, peopleIds);
    const again = (errors: readonly object[]): Page =>
      pageWithErrors(VIEW, { ...view, typed: form.typed, errors });
    const result = await submit(form, () => this.shields.request(id, draft));
    return result.ok
      ? done(
          `/shields/${result.value}`,
          'The contact details are now protected. Information governance will decide if they stay protected.',
        )
      : again(result.errors);
  }

  private async form(id: string) {
    const { child, details } = await this.children.find(id);
    if (!(await this.shields.mayRequest(id)))
      throw forbidden('You cannot ask for this. Ask the lead professional.');
    const carers = details ? await this.carers.carersOf(id) : [];
    const people = await this.names.suggestions(id);
    return {
      carerIds: carers.map((carer) => carer.id),
      peopleIds: people.map((person) => person.id),
      lead: people.filter(({ leads }) => leads).map((person) => person.id),
      view: {
        title: `Protect the address of ${fullName(child)}`,
        child,
        grounds: optionsOf(SHIELD_GROUNDS),
        requesters: optionsOf(SHIELD_REQUESTERS),
        carers: carers.map((carer) => ({ value: carer.id, text: carer.name })),
        people: people.map((person) => ({
          value: person.id,
          text: `${person.name}, ${person.jobTitle}${person.leads ? ' (lead professional)' : ''}`,
        })),
      },
    };
  }
}
