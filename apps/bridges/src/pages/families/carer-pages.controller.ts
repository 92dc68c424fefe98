import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  type CarerOfChild,
  CarersService,
  ChildCarersService,
  ChildrenService,
} from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { londonDate, now, unreachable } from '#libs/platform';
import {
  CARER_ENDING_REASONS,
  CONTACT_RESTRICTIONS,
  INTERPRETERS,
  keysOf,
  LANGUAGES,
  optionsOf,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RESPONSIBILITY_BASES,
  RESPONSIBILITY_EVIDENCE,
  RESTRICTION_BASES,
  SAFE_TO_CONTACT,
} from '#libs/terms';
import { done, type Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { versionIn } from '../shared/version-in.js';
import { chosenFrom, dateParts, editableChild, type FamilyForm, formAgain, formPage } from './family-form.js';

/** A parent or carer: corrected, limited, put in order and ended, one thing on each page. */
@Controller('children/:id')
export class CarerPagesController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly childCarers: ChildCarersService,
  ) {}

  @Get('carers/:carerId/change')
  @Allow('child.create')
  async showPerson(@Param('id') id: string, @Param('carerId') carerId: string): Promise<Page> {
    const { carer, form } = await this.person(id, carerId);
    return formPage(form, { ...carer });
  }

  @Post('carers/:carerId/change')
  @Allow('child.create')
  async changePerson(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form, isProtected } = await this.person(id, carerId);
    const reader = new FormReader(body);
    const person = {
      name: reader.text('name', { label: 'the name', max: 100 }),
      firstLanguage: reader.optionalChoice('firstLanguage', keysOf(LANGUAGES), {
        label: 'the first language',
      }),
      interpreter: reader.optionalChoice('interpreter', keysOf(INTERPRETERS), { label: 'the interpreter' }),
    };
    const contacts = {
      telephone: reader.optionalText('telephone', { label: 'the telephone number', max: 30 }),
      address: reader.optionalLongText('address', { label: 'the address', max: 300 }),
      postcode: reader.optionalText('postcode', { label: 'the postcode', max: 10 }),
      safeToContact: reader.optionalChoice('safeToContact', keysOf(SAFE_TO_CONTACT), {
        label: 'whether it is safe to contact them',
      }),
      contactAdvice: reader.optionalText('contactAdvice', { label: 'how to contact them safely', max: 500 }),
    };
    const changes = isProtected ? person : { ...person, ...contacts };
    const result = await submit(reader, () => this.carers.changeCarer(id, carerId, versionIn(body), changes));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('carers/:carerId/responsibility')
  @Allow('child.create')
  async showResponsibility(@Param('id') id: string, @Param('carerId') carerId: string): Promise<Page> {
    const { carer, form } = await this.responsibility(id, carerId);
    return formPage(form, {
      ...carer,
      ...dateParts('beganOn', carer.beganOn),
      ...dateParts('evidenceSeenOn', carer.evidenceSeenOn),
    });
  }

  @Post('carers/:carerId/responsibility')
  @Allow('child.create')
  async changeResponsibility(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form } = await this.responsibility(id, carerId);
    const reader = new FormReader(body);
    const latest = londonDate(now());
    const changes = {
      relationship: reader.choice('relationship', keysOf(RELATIONSHIPS), { label: 'the relationship' }),
      beganOn: reader.optionalDate('beganOn', { label: 'the start date', latest }),
      parentalResponsibility: reader.choice('parentalResponsibility', keysOf(PARENTAL_RESPONSIBILITIES), {
        label: 'parental responsibility',
        message: 'Select whether they have parental responsibility, or “Not known”',
      }),
      responsibilityBasis: reader.optionalChoice('responsibilityBasis', keysOf(RESPONSIBILITY_BASES), {
        label: 'why they have parental responsibility',
      }),
      evidence: reader.optionalChoice('evidence', keysOf(RESPONSIBILITY_EVIDENCE), { label: 'what you saw' }),
      evidenceSeenOn: reader.optionalDate('evidenceSeenOn', {
        label: 'the date on which you saw it',
        latest,
      }),
      changeReason: reader.optionalText('changeReason', { label: 'why you are changing this', max: 500 }),
    };
    const result = await submit(reader, () =>
      this.childCarers.changeChildCarer(id, carerId, versionIn(body), changes),
    );
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('carers/:carerId/contact')
  @Allow('child.create')
  async showRestriction(@Param('id') id: string, @Param('carerId') carerId: string): Promise<Page> {
    const { carer, form } = await this.restriction(id, carerId);
    return formPage(form, { ...carer, ...dateParts('restrictedFrom', carer.restrictedFrom) });
  }

  @Post('carers/:carerId/contact')
  @Allow('child.create')
  async restrict(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form } = await this.restriction(id, carerId);
    const reader = new FormReader(body);
    const contactRestriction = reader.choice('contactRestriction', keysOf(CONTACT_RESTRICTIONS), {
      label: 'whether contact is restricted',
    });
    const isFree = contactRestriction === 'none';
    const basis = reader.optionalChoice('restrictionBasis', keysOf(RESTRICTION_BASES), {
      label: 'who set it',
    });
    const from = reader.optionalDate('restrictedFrom', {
      label: 'the start date',
      latest: londonDate(now()),
    });
    const changes = {
      contactRestriction,
      restrictionBasis: isFree ? null : basis,
      restrictedFrom: isFree ? null : from,
    };
    const result = await submit(reader, () =>
      this.childCarers.changeChildCarer(id, carerId, versionIn(body), changes),
    );
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('carers/:carerId/end')
  @Allow('child.create')
  async showEnd(@Param('id') id: string, @Param('carerId') carerId: string): Promise<Page> {
    return formPage(await this.ending(id, carerId));
  }

  @Post('carers/:carerId/end')
  @Allow('child.create')
  async end(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = await this.ending(id, carerId);
    const reader = new FormReader(body);
    const ending = {
      reason: reader.choice('reason', keysOf(CARER_ENDING_REASONS), { label: 'why' }),
      endedOn: reader.date('endedOn', { label: 'the end date', latest: londonDate(now()) }),
    };
    const result = await submit(reader, () =>
      this.childCarers.endChildCarer(id, carerId, versionIn(body), ending),
    );
    if (!result.ok) return formAgain(form, reader.typed, result.errors);
    return done(
      `/children/${id}/family`,
      result.value.gaveConsent
        ? 'Saved. This person gave consent to sharing. It still stands: ask the family again and record what they say.'
        : 'Saved. They are now shown under “In the past”.',
    );
  }

  @Get('emergency-contacts')
  @Allow('child.create')
  async showOrder(@Param('id') id: string): Promise<Page> {
    const { form, carers } = await this.order(id);
    return formPage(
      form,
      Object.fromEntries(carers.map((carer) => [`place-${carer.id}`, String(carer.emergencyOrder ?? '')])),
    );
  }

  @Post('emergency-contacts')
  @Allow('child.create')
  async setOrder(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { form, carers } = await this.order(id);
    const reader = new FormReader(body);
    const places = carers.map(({ id: carerId, name }) => ({
      carerId,
      place: reader.optionalInteger(`place-${carerId}`, { label: `the place of ${name}`, min: 1, max: 20 }),
    }));
    const placed = places.filter(({ place }) => place !== null);
    for (const { carerId, place } of placed)
      if (placed.some((other) => other.carerId < carerId && other.place === place))
        reader.reject(`place-${carerId}`, 'Two people cannot have the same place');
    const carerIds = placed.sort((one, other) => one.place! - other.place!).map(({ carerId }) => carerId);
    const result = await submit(reader, () => this.childCarers.orderEmergencyContacts(id, carerIds));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  private async person(id: string, carerId: string) {
    const { child, carer } = await this.carerOf(id, carerId);
    const isProtected = await this.carers.areContactsProtected(carerId);
    const form: FamilyForm = {
      child,
      title: `Change the details of ${carer.name}`,
      ...(isProtected ? { intro: 'Contact details are protected.' } : {}),
      action: `/children/${id}/carers/${carerId}/change`,
      button: 'Save',
      version: carer.personVersion,
      fields: [
        { kind: 'text', name: 'name', label: 'Name' },
        ...(isProtected ? [] : CONTACT_FIELDS),
        { kind: 'select', name: 'firstLanguage', label: 'First language', items: chosenFrom(LANGUAGES) },
        { kind: 'select', name: 'interpreter', label: 'Interpreter', items: chosenFrom(INTERPRETERS) },
      ],
    };
    return { carer, form, isProtected };
  }

  private async responsibility(id: string, carerId: string) {
    const { child, carer } = await this.carerOf(id, carerId);
    const form: FamilyForm = {
      child,
      title: `Relationship and parental responsibility of ${carer.name}`,
      action: `/children/${id}/carers/${carerId}/responsibility`,
      button: 'Save',
      version: carer.version,
      fields: RESPONSIBILITY_FIELDS,
    };
    return { carer, form };
  }

  private async restriction(id: string, carerId: string) {
    const { child, carer } = await this.carerOf(id, carerId);
    const form: FamilyForm = {
      child,
      title: `Is contact between ${carer.name} and ${child.givenNames} restricted?`,
      intro:
        'Everyone who can see this family is warned. A copy of the record for this person never tells them where another member of the family is, and no other copy tells where they are.',
      action: `/children/${id}/carers/${carerId}/contact`,
      button: 'Save',
      version: carer.version,
      fields: RESTRICTION_FIELDS,
    };
    return { carer, form };
  }

  private async ending(id: string, carerId: string): Promise<FamilyForm> {
    const { child, carer } = await this.carerOf(id, carerId);
    return {
      child,
      title: `${carer.name} no longer cares for ${child.givenNames}`,
      intro: 'They stay in the record as a person of the past, and leave the order of emergency contact.',
      action: `/children/${id}/carers/${carerId}/end`,
      button: 'Save',
      isEnding: true,
      version: carer.version,
      fields: [
        { kind: 'radios', name: 'reason', label: 'Why?', items: optionsOf(CARER_ENDING_REASONS) },
        { kind: 'date', name: 'endedOn', label: 'When did it end?', hint: 'For example, 27 3 2026' },
      ],
    };
  }

  private async order(id: string) {
    const { child } = await editableChild(this.children, id);
    const carers = await this.carers.carersOf(id);
    const form: FamilyForm = {
      child,
      title: 'Whom to ring first in an emergency',
      intro:
        'Enter 1 for the first person to ring, 2 for the second. Leave empty for a person who should not be rung.',
      action: `/children/${id}/emergency-contacts`,
      button: 'Save',
      fields: carers.map((carer) => ({
        kind: 'text',
        name: `place-${carer.id}`,
        label: carer.name,
        classes: 'govuk-input--width-2',
      })),
    };
    return { form, carers };
  }

  private async carerOf(
    id: string,
    carerId: string,
  ): Promise<{ child: FamilyForm['child']; carer: CarerOfChild }> {
    const { child } = await editableChild(this.children, id);
    const carer = (await this.carers.carersOf(id)).find((one) => one.id === carerId);
    if (!carer) throw unreachable();
    return { child, carer };
  }
}

const saved = (id: string): Redirect => done(`/children/${id}/family`, 'Changes saved.');

const CONTACT_FIELDS: FamilyForm['fields'] = [
  { kind: 'text', name: 'telephone', label: 'Telephone', type: 'tel', classes: 'govuk-input--width-20' },
  {
    kind: 'radios',
    name: 'safeToContact',
    label: 'Is it safe to contact them?',
    items: optionsOf(SAFE_TO_CONTACT),
  },
  {
    kind: 'text',
    name: 'contactAdvice',
    label: 'How to contact them safely',
    hint: 'For example, ring only on school days before 2pm',
  },
  { kind: 'textarea', name: 'address', label: 'Address' },
  { kind: 'text', name: 'postcode', label: 'Postcode', classes: 'govuk-input--width-10' },
];
const RESPONSIBILITY_FIELDS: FamilyForm['fields'] = [
  {
    kind: 'select',
    name: 'relationship',
    label: 'Relationship to the child',
    items: chosenFrom(RELATIONSHIPS),
  },
  { kind: 'date', name: 'beganOn', label: 'Since when? (optional)', hint: 'Leave empty if it was always so' },
  {
    kind: 'radios',
    name: 'parentalResponsibility',
    label: 'Parental responsibility',
    items: optionsOf(PARENTAL_RESPONSIBILITIES),
  },
  {
    kind: 'select',
    name: 'responsibilityBasis',
    label: 'Why do they have parental responsibility?',
    items: chosenFrom(RESPONSIBILITY_BASES),
  },
  {
    kind: 'select',
    name: 'evidence',
    label: 'What did you see that shows it?',
    items: chosenFrom(RESPONSIBILITY_EVIDENCE),
  },
  { kind: 'date', name: 'evidenceSeenOn', label: 'When did you see it?' },
  { kind: 'text', name: 'changeReason', label: 'Why are you changing this? (optional)' },
];
const RESTRICTION_FIELDS: FamilyForm['fields'] = [
  {
    kind: 'radios',
    name: 'contactRestriction',
    label: 'Contact with the child',
    items: optionsOf(CONTACT_RESTRICTIONS),
  },
  {
    kind: 'select',
    name: 'restrictionBasis',
    label: 'Who or what set it?',
    items: chosenFrom(RESTRICTION_BASES),
  },
  { kind: 'date', name: 'restrictedFrom', label: 'Since when?' },
];
