import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AccountAdministrationService, type AccountSummary } from '#libs/accounts';
import {
  AgenciesService,
  AgencyClosuresService,
  ConfirmationsService,
  DeparturesService,
  PeopleService,
  type Person,
  PostsService,
  rolesGivenBy,
} from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now } from '#libs/platform';
import {
  checkTelephone,
  checkWorkEmail,
  labelOf,
  PRACTITIONER_ROLES,
  type PractitionerRole,
} from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { ACCOUNT_STATES } from '../shared/account-states.js';
import { checkedLine } from '../shared/checked-line.js';
import { toPostView } from './posts.page.js';

const PERSON = 'directory/person-form.njk';
const ADD = 'directory/new-person.njk';

/** The people of the administrator's own agency. These pages show no case. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly agencies: AgenciesService,
    private readonly closures: AgencyClosuresService,
    private readonly accounts: AccountAdministrationService,
    private readonly departures: DeparturesService,
    private readonly posts: PostsService,
    private readonly confirmations: ConfirmationsService,
  ) {}

  @Get()
  @Allow('people.manage')
  async list(): Promise<Page> {
    const people = await this.people.mine();
    const accounts = await this.accounts.summaries();
    return page('directory/manage-people.njk', {
      title: `People at ${actor().agencyName}`,
      people: people.map((person) => ({
        ...person,
        account: toAccountLine(accounts.get(person.id)),
        role: labelOf(PRACTITIONER_ROLES, person.role as PractitionerRole),
        // An end at midnight is the end of the day before.
        endsAt: person.endsAt && new Date(person.endsAt.getTime() - 1),
      })),
      left: await this.departures.undoable(),
      lastConfirmed: await this.confirmations.last(),
      closes: (await this.closures.current(actor().agencyId)) !== null,
      teams: await this.agencies.teams(actor().agencyId),
    });
  }

  @Get('new')
  @Allow('people.manage')
  async showNew(): Promise<Page> {
    return page(ADD, { ...(await this.addForm()), typed: { role: 'practitioner' } });
  }

  @Post('new')
  @Allow('people.manage')
  async add(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.addForm();
    const form = new FormReader(body);
    const draft = {
      ...readContact(form),
      role: form.choice(
        'role',
        view.roles.map(({ value }) => value),
        { label: 'the role' },
      ),
      teamId: form.optionalChoice(
        'teamId',
        view.teams.map(({ value }) => value),
        { label: 'the team' },
      ),
      localityId: form.optionalChoice(
        'localityId',
        view.localities.map(({ value }) => value),
        { label: 'the locality' },
      ),
      beginsOn: form.optionalDate('beginsOn', { label: 'the first day', earliest: londonDate(now()) }),
      otherPersonConfirmed: body['otherPersonConfirmed'] === 'yes',
    };
    const result = await submit(form, () => this.people.add(draft));
    return result.ok
      ? done(`/people/${result.value}/account`, `${draft.name} has been added.`)
      : pageWithErrors(ADD, { ...view, typed: form.typed, errors: result.errors });
  }

  @Get(':id')
  @Allow('people.manage')
  async show(@Param('id') id: string): Promise<Page> {
    const person = await this.people.find(id);
    return page(PERSON, { ...(await this.personPage(person)), typed: person });
  }

  @Post(':id')
  @Allow('people.manage')
  async change(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const person = await this.people.find(id);
    const form = new FormReader(body);
    const seen = form.integer('version', { label: 'the version', min: 1, max: 1_000_000 });
    const contact = readContact(form);
    const shown = await this.personPage(person);
    const again = (errors: readonly object[]): Page =>
      pageWithErrors(PERSON, { ...shown, typed: form.typed, errors });
    const result = await submit(form, () => this.people.change(id, seen, contact));
    return result.ok ? done('/people', `${contact.name}’s details have been saved.`) : again(result.errors);
  }

  private async personPage(person: Person) {
    return {
      title: person.name,
      person,
      version: person.version,
      posts: (await this.posts.ofPerson(person.id)).map(toPostView),
    };
  }

  private async addForm() {
    const { kind } = await this.agencies.find(actor().agencyId);
    const named = ({ id, name }: { id: string; name: string }) => ({ value: id, text: name });
    return {
      title: 'Add a person',
      roles: rolesGivenBy(kind).map((role) => ({
        value: role as string,
        text: labelOf(PRACTITIONER_ROLES, role),
      })),
      teams: [{ value: '', text: 'No team' }, ...(await this.agencies.teams(actor().agencyId)).map(named)],
      localities: [{ value: '', text: 'No locality' }, ...(await this.agencies.localities()).map(named)],
    };
  }
}

function readContact(form: FormReader) {
  return {
    name: form.text('name', { label: 'the name' }),
    jobTitle: form.text('jobTitle', { label: 'the job title' }),
    telephone: checkedLine(form, 'telephone', 'the work telephone number', checkTelephone),
    email: checkedLine(form, 'email', 'the work email address', checkWorkEmail, 200),
  };
}

/** The state of a person's account, and when they last signed in. */
const toAccountLine = (account: AccountSummary | undefined) => ({
  state: ACCOUNT_STATES[account?.state ?? 'none'],
  lastSignedInAt: account?.lastSignedInAt ?? null,
});
