import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { CarersService, type Child, ChildrenService, contactsProtected } from '#libs/casework/children';
import { ChildTiesService, HouseholdsService, type HouseholdView } from '#libs/casework/families';
import { FormReader } from '#libs/page-kit';
import { londonDate, now, unreachable } from '#libs/platform';
import { ADDRESS_TYPES, HOUSEHOLD_KINDS, keysOf, optionsOf, STAY_PATTERNS, fullName } from '#libs/terms';
import { done, type Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { versionIn } from '../shared/version-in.js';
import {
  chosenFrom,
  editableChild,
  type FamilyForm,
  type FormField,
  formAgain,
  formPage,
} from './family-form.js';

const NEW = 'new';

/** Homes, who lives in them, and moves. */
@Controller('children/:id')
export class HomePagesController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly childTies: ChildTiesService,
    private readonly households: HouseholdsService,
  ) {}

  @Get('homes/new')
  @Allow('child.create')
  async showNew(@Param('id') id: string): Promise<Page> {
    const { form, told } = await this.newHome(id);
    return formPage(form, told);
  }

  @Post('homes/new')
  @Allow('child.create')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { form, people } = await this.newHome(id);
    const reader = new FormReader(body);
    const home = readHome(reader);
    const beganOn = reader.optionalDate('beganOn', { label: 'the start date', latest: londonDate(now()) });
    const members = people.flatMap(({ key, ...person }) => {
      const pattern = reader.optionalChoice(`lives-${key}`, keysOf(STAY_PATTERNS), {
        label: `how ${person.name} lives there`,
      });
      return pattern ? [{ ...idOf(person), pattern, beganOn }] : [];
    });
    if (members.length === 0)
      reader.reject(`lives-${people[0]!.key}`, 'Select how at least one person lives there');
    const result = await submit(reader, () => this.households.recordHousehold(id, home, members));
    return result.ok ? saved(id) : formAgain(form, reader.typed, beside(result.errors, people[0]!.key));
  }

  @Get('homes/:homeId/change')
  @Allow('child.create')
  async showChange(@Param('id') id: string, @Param('homeId') homeId: string): Promise<Page> {
    const { form, home } = await this.home(id, homeId);
    return formPage(form, { ...home });
  }

  @Post('homes/:homeId/change')
  @Allow('child.create')
  async change(
    @Param('id') id: string,
    @Param('homeId') homeId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form } = await this.home(id, homeId);
    const reader = new FormReader(body);
    const home = readHome(reader);
    const result = await submit(reader, () =>
      this.households.changeHousehold(id, homeId, versionIn(body), home),
    );
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('homes/:homeId/stays/new')
  @Allow('child.create')
  async showStay(@Param('id') id: string, @Param('homeId') homeId: string): Promise<Page> {
    return formPage((await this.stay(id, homeId)).form, { pattern: 'main' });
  }

  @Post('homes/:homeId/stays/new')
  @Allow('child.create')
  async addStay(
    @Param('id') id: string,
    @Param('homeId') homeId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form, people } = await this.stay(id, homeId);
    const reader = new FormReader(body);
    const personId = reader.choice(
      'personId',
      people.map(({ key }) => key),
      { label: 'who lives there' },
    );
    const pattern = reader.choice('pattern', keysOf(STAY_PATTERNS), { label: 'how they live there' });
    const beganOn = reader.optionalDate('beganOn', { label: 'the start date', latest: londonDate(now()) });
    const person = people.find(({ key }) => key === personId);
    const result = await submit(reader, () =>
      this.households.addMember(id, homeId, { ...idOf(person!), pattern, beganOn }),
    );
    return result.ok ? saved(id) : formAgain(form, reader.typed, besidePerson(result.errors));
  }

  @Get('moves/new')
  @Allow('child.create')
  async showMove(@Param('id') id: string): Promise<Page> {
    return formPage((await this.moving(id)).form, { pattern: 'main' });
  }

  @Post('moves/new')
  @Allow('child.create')
  async move(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { form, homes, adults } = await this.moving(id);
    const reader = new FormReader(body);
    const to = reader.choice('householdId', [...homes, NEW], { label: 'where the child moved to' });
    const movedOn = reader.date('movedOn', { label: 'the date of the move', latest: londonDate(now()) });
    const pattern = reader.choice('pattern', keysOf(STAY_PATTERNS), { label: 'how the child lives there' });
    const carerIds = reader.choices('carerIds', adults, { label: 'who moved too', optional: true });
    const household = to === NEW ? readHome(reader) : null;
    const result = await submit(reader, () =>
      this.households.move(id, {
        movedOn,
        pattern,
        carerIds,
        householdId: to === NEW ? null : to,
        household,
      }),
    );
    return result.ok ? saved(id) : formAgain(form, reader.typed, beside(result.errors, null));
  }

  @Get('stays/:stayId/end')
  @Allow('child.create')
  async showEnd(@Param('id') id: string, @Param('stayId') stayId: string): Promise<Page> {
    return formPage(await this.ending(id, stayId));
  }

  @Post('stays/:stayId/end')
  @Allow('child.create')
  async end(
    @Param('id') id: string,
    @Param('stayId') stayId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = await this.ending(id, stayId);
    const reader = new FormReader(body);
    const endedOn = reader.date('endedOn', { label: 'the end date', latest: londonDate(now()) });
    const result = await submit(reader, () => this.households.endStay(id, stayId, endedOn));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  private async newHome(id: string) {
    const { child, details } = await this.placeable(id);
    const people = await this.familyOf(child);
    const form: FamilyForm = {
      child,
      title: 'Add a home',
      action: `/children/${id}/homes/new`,
      button: 'Save',
      fields: [
        ...HOME_FIELDS,
        ...people.map(({ key, name }): FormField => ({
          kind: 'select',
          name: `lives-${key}`,
          label: `Does ${name} live there?`,
          items: [{ value: '', text: 'No' }, ...optionsOf(STAY_PATTERNS)],
        })),
        { kind: 'date', name: 'beganOn', label: 'Since when? (optional)', hint: 'Leave empty if not known' },
      ],
    };
    const told = {
      address: details?.address,
      postcode: details?.postcode,
      accommodation: details?.accommodation,
    };
    const hasHome = (await this.households.householdsOf(id)).length > 0;
    return { form, people, told: hasHome ? {} : told };
  }

  /** The child, brothers and sisters, and the people who care for the child now. */
  private async familyOf(child: Pick<Child, 'id' | 'givenNames' | 'familyName'>): Promise<Person[]> {
    const carers = await this.carers.carersOf(child.id);
    const siblings = (await this.childTies.tiesOf(child.id)).filter(({ endedOn }) => endedOn === null);
    return [
      ...[child, ...siblings.map((tie) => tie.child)].map((one) => ({
        key: one.id,
        childId: one.id,
        carerId: null,
        name: fullName(one),
      })),
      ...carers.map(({ id: carerId, name }) => ({ key: carerId, childId: null, carerId, name })),
    ];
  }

  /** A person of the family joins a home that is recorded. */
  private async stay(id: string, homeId: string) {
    const { child, home } = await this.knownHome(id, homeId);
    const there = home.members.filter(({ endedOn }) => endedOn === null).map(({ personId }) => personId);
    const people = (await this.familyOf(child)).filter(({ key }) => !there.includes(key));
    const form: FamilyForm = {
      child,
      title: 'Add a person to this home',
      intro: `${placeOf(home)}. ${people.length > 0 ? MOVED : ALL_THERE}`,
      action: `/children/${id}/homes/${homeId}/stays/new`,
      button: 'Save',
      fields: [
        {
          kind: 'radios',
          name: 'personId',
          label: 'Who lives there too?',
          hint: 'A person who is not listed is added to the family first',
          items: people.map(({ key, name }) => ({ value: key, text: name })),
        },
        {
          kind: 'radios',
          name: 'pattern',
          label: 'How do they live there?',
          items: optionsOf(STAY_PATTERNS),
        },
        { kind: 'date', name: 'beganOn', label: 'Since when? (optional)', hint: 'Leave empty if not known' },
      ],
    };
    return { form, people };
  }

  private async knownHome(id: string, homeId: string) {
    const { child } = await this.placeable(id);
    const home = (await this.households.householdsOf(id)).find((one) => one.id === homeId);
    if (!home) throw unreachable();
    return { child, home };
  }

  private async home(id: string, homeId: string) {
    const { child, home } = await this.knownHome(id, homeId);
    const form: FamilyForm = {
      child,
      title: 'Correct this home',
      intro:
        'This changes the address for everyone who lives here. If they have moved, record a move instead.',
      action: `/children/${id}/homes/${homeId}/change`,
      button: 'Save',
      version: home.version,
      fields: HOME_FIELDS,
    };
    return { form, home };
  }

  private async moving(id: string) {
    const { child } = await this.placeable(id);
    const homes = await this.households.householdsOf(id);
    const carers = await this.carers.carersOf(id);
    const form: FamilyForm = {
      child,
      title: `${child.givenNames} has moved`,
      intro: 'The home that the child lived in mainly until now is kept as an earlier home.',
      action: `/children/${id}/moves/new`,
      button: 'Save',
      fields: [
        {
          kind: 'radios',
          name: 'householdId',
          label: 'Where to?',
          items: [
            ...homes.map((home) => ({ value: home.id, text: placeOf(home) })),
            { value: NEW, text: 'A new home, described below' },
          ],
        },
        ...HOME_FIELDS.map((field) => ({ ...field, label: `${field.label} (new home)` })),
        { kind: 'date', name: 'movedOn', label: 'When did they move?', hint: 'For example, 27 3 2026' },
        {
          kind: 'radios',
          name: 'pattern',
          label: 'How does the child live there?',
          items: optionsOf(STAY_PATTERNS),
        },
        {
          kind: 'checkboxes',
          name: 'carerIds',
          label: 'Who moved with the child? (optional)',
          items: carers.map(({ id: value, name: text }) => ({ value, text })),
        },
      ],
    };
    return { form, homes: homes.map((home) => home.id), adults: carers.map((carer) => carer.id) };
  }

  private async ending(id: string, stayId: string): Promise<FamilyForm> {
    const { child } = await this.placeable(id);
    const stays = (await this.households.householdsOf(id)).flatMap(({ members }) => members);
    const stay = stays.find((one) => one.id === stayId && one.endedOn === null);
    if (!stay) throw unreachable();
    return {
      child,
      title: `${stay.name} has left this home`,
      intro: 'If they have moved to another home of the family, record a move instead.',
      action: `/children/${id}/stays/${stayId}/end`,
      button: 'Save',
      isEnding: true,
      fields: [
        { kind: 'date', name: 'endedOn', label: 'When did they leave?', hint: 'For example, 27 3 2026' },
      ],
    };
  }

  /** A child whose address is protected from the reader is not placed by them. */
  private async placeable(id: string) {
    const found = await editableChild(this.children, id);
    if (found.details?.contactProtected) throw contactsProtected();
    return found;
  }
}

interface Person {
  readonly key: string;
  readonly childId: string | null;
  readonly carerId: string | null;
  readonly name: string;
}
const idOf = ({ childId, carerId }: Omit<Person, 'key'>) => ({ childId, carerId });
const saved = (id: string): Redirect => done(`/children/${id}/family`, 'Changes saved.');

const MOVED =
  'If they have moved here from another home of the family, end that stay first, or record a move.';
const ALL_THERE =
  'Everyone recorded in this family already lives here. Add a parent or carer, or record how another child is related, first.';
/** "Family home, 1 Invented Street". */
const placeOf = ({ kind, address }: Pick<HouseholdView, 'kind' | 'address'>): string =>
  [HOUSEHOLD_KINDS[kind as keyof typeof HOUSEHOLD_KINDS], address].filter(Boolean).join(', ');

const besidePerson = (errors: readonly { readonly field: string; readonly message: string }[]) =>
  errors.map((error) => (error.field === 'members' ? { ...error, field: 'personId' } : error));

/** An error about the members belongs beside the first of them. */
const beside = (
  errors: readonly { readonly field: string; readonly message: string }[],
  first: string | null,
) =>
  errors.map((error) =>
    error.field === 'members' ? { ...error, field: first ? `lives-${first}` : 'householdId' } : error,
  );

function readHome(reader: FormReader) {
  return {
    kind: reader.choice('kind', keysOf(HOUSEHOLD_KINDS), { label: 'what kind of home it is' }),
    address: reader.optionalLongText('address', { label: 'the address', max: 300 }),
    postcode: reader.optionalText('postcode', { label: 'the postcode', max: 10 }),
    accommodation: reader.optionalChoice('accommodation', keysOf(ADDRESS_TYPES), {
      label: 'the type of address',
    }),
  };
}

const HOME_FIELDS: readonly FormField[] = [
  { kind: 'select', name: 'kind', label: 'What kind of home is it?', items: chosenFrom(HOUSEHOLD_KINDS) },
  { kind: 'textarea', name: 'address', label: 'Address' },
  { kind: 'text', name: 'postcode', label: 'Postcode', classes: 'govuk-input--width-10' },
  { kind: 'select', name: 'accommodation', label: 'Type of address', items: chosenFrom(ADDRESS_TYPES) },
];
