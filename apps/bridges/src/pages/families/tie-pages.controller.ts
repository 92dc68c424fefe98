import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { CarersService, ChildrenService, OwnFamiliesService } from '#libs/casework/children';
import { CarerTiesService, ChildTiesService } from '#libs/casework/families';
import { born, FormReader } from '#libs/page-kit';
import { agesOn, londonDate, now, unreachable } from '#libs/platform';
import { CARER_TIES, CHILD_TIES, keysOf, optionsOf, fullName } from '#libs/terms';
import { done, type Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { chosenFrom, editableChild, type FamilyForm, formAgain, formPage } from './family-form.js';

/** How the children, and the adults, of a family are related. */
@Controller('children/:id')
export class TiePagesController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly childTies: ChildTiesService,
    private readonly carerTies: CarerTiesService,
    private readonly ownFamilies: OwnFamiliesService,
  ) {}

  @Get('child-ties/new')
  @Allow('child.create')
  async showChildTie(@Param('id') id: string): Promise<Page> {
    return formPage((await this.childTie(id)).form);
  }

  @Post('child-ties/new')
  @Allow('child.create')
  async recordChildTie(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form, known } = await this.childTie(id);
    const reader = new FormReader(body);
    const other = reader.choice('otherChildId', known, { label: 'the other child' });
    const draft = {
      kind: reader.choice('kind', keysOf(CHILD_TIES), { label: 'how they are related' }),
      beganOn: reader.optionalDate('beganOn', { label: 'the start date', latest: londonDate(now()) }),
    };
    const result = await submit(reader, () => this.childTies.recordTie(id, other, draft));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('child-ties/:tieId/end')
  @Allow('child.create')
  async showEndOfChildTie(@Param('id') id: string, @Param('tieId') tieId: string): Promise<Page> {
    return formPage(await this.endOfChildTie(id, tieId));
  }

  @Post('child-ties/:tieId/end')
  @Allow('child.create')
  async endChildTie(
    @Param('id') id: string,
    @Param('tieId') tieId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = await this.endOfChildTie(id, tieId);
    const reader = new FormReader(body);
    const endedOn = endIn(reader);
    const result = await submit(reader, () => this.childTies.endTie(id, tieId, endedOn));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('carer-ties/new')
  @Allow('child.create')
  async showCarerTie(@Param('id') id: string): Promise<Page> {
    return formPage((await this.carerTie(id)).form);
  }

  @Post('carer-ties/new')
  @Allow('child.create')
  async recordCarerTie(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form, known } = await this.carerTie(id);
    const reader = new FormReader(body);
    const carerId = reader.choice('carerId', known, { label: 'the first person' });
    const otherId = reader.choice('otherCarerId', known, { label: 'the other person' });
    const draft = {
      kind: reader.choice('kind', keysOf(CARER_TIES), { label: 'what the first is to the other' }),
      beganOn: reader.optionalDate('beganOn', { label: 'the start date', latest: londonDate(now()) }),
    };
    const result = await submit(reader, () => this.carerTies.recordTie(id, carerId, otherId, draft));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('carer-ties/:tieId/end')
  @Allow('child.create')
  async showEndOfCarerTie(@Param('id') id: string, @Param('tieId') tieId: string): Promise<Page> {
    return formPage(await this.endOfCarerTie(id, tieId));
  }

  @Post('carer-ties/:tieId/end')
  @Allow('child.create')
  async endCarerTie(
    @Param('id') id: string,
    @Param('tieId') tieId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = await this.endOfCarerTie(id, tieId);
    const reader = new FormReader(body);
    const endedOn = endIn(reader);
    const result = await submit(reader, () => this.carerTies.endTie(id, tieId, endedOn));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  @Get('carers/:carerId/childhood')
  @Allow('child.create')
  async showChildhood(@Param('id') id: string, @Param('carerId') carerId: string): Promise<Page> {
    return formPage((await this.childhood(id, carerId)).form);
  }

  @Post('carers/:carerId/childhood')
  @Allow('child.create')
  async linkChildhood(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const { form, known } = await this.childhood(id, carerId);
    const reader = new FormReader(body);
    const own = reader.choice('childId', known, { label: 'the record that is theirs' });
    const result = await submit(reader, () => this.carerTies.linkChildhood(id, carerId, own));
    return result.ok ? saved(id) : formAgain(form, reader.typed, result.errors);
  }

  private async childTie(id: string) {
    const { child } = await editableChild(this.children, id);
    const others = await this.childTies.suggestionsFor(id);
    const form: FamilyForm = {
      child,
      title: `How is another child related to ${child.givenNames}?`,
      intro:
        'You can choose children who share a parent or carer, an episode or a home with this child, and whose record you can see.',
      action: `/children/${id}/child-ties/new`,
      button: 'Save',
      fields: [
        {
          kind: 'radios',
          name: 'otherChildId',
          label: 'Which child?',
          items: others.map((one) => ({ value: one.id, text: fullName(one) })),
        },
        { kind: 'radios', name: 'kind', label: 'How are they related?', items: optionsOf(CHILD_TIES) },
        SINCE,
      ],
      nothingToChoose:
        others.length > 0
          ? undefined
          : 'There is no other child you can choose. To record a new one, add a brother or sister on the child’s page.',
    };
    return { form, known: others.map((one) => one.id) };
  }

  private async carerTie(id: string) {
    const { child } = await editableChild(this.children, id);
    const everyone = await this.carers.everyCarerOf(id);
    const people = [...new Map(everyone.map((one) => [one.id, { value: one.id, text: one.name }])).values()];
    const choices = [{ value: '', text: 'Choose' }, ...people];
    const form: FamilyForm = {
      child,
      title: 'What are two adults to each other?',
      action: `/children/${id}/carer-ties/new`,
      button: 'Save',
      fields: [
        { kind: 'select', name: 'carerId', label: 'This person', items: choices },
        { kind: 'select', name: 'kind', label: 'is the', items: chosenFrom(CARER_TIES) },
        { kind: 'select', name: 'otherCarerId', label: 'of this person', items: choices },
        SINCE,
      ],
      nothingToChoose:
        people.length > 1 ? undefined : 'Add both adults as a parent or carer of the child first.',
    };
    return { form, known: people.map(({ value }) => value) };
  }

  /** A parent whom an agency helped as a child, or helps now, is one person with two records. */
  private async childhood(id: string, carerId: string) {
    const { child } = await editableChild(this.children, id);
    const carer = (await this.carers.everyCarerOf(id)).find((one) => one.id === carerId);
    if (!carer) throw unreachable();
    const today = londonDate(now());
    const records = (await this.ownFamilies.find(carer.name)).filter(
      (one) => one.id !== id && (agesOn(one, today)?.most ?? 0) >= YOUNGEST_CARER,
    );
    const form: FamilyForm = {
      child,
      title: `Does ${carer.name} have a record as a child?`,
      intro:
        'Practitioners who can see both records can then go from one to the other. No one else learns of the other record.',
      action: `/children/${id}/carers/${carerId}/childhood`,
      button: 'Save',
      fields: [
        {
          kind: 'radios',
          name: 'childId',
          label: 'Which record is theirs?',
          items: records.map((one) => ({ value: one.id, text: `${fullName(one)}, ${born(one)}` })),
        },
      ],
      nothingToChoose:
        records.length > 0
          ? undefined
          : 'There is no record of a child with this name in the families you work with.',
    };
    return { form, known: records.map((one) => one.id) };
  }

  private async endOfChildTie(id: string, tieId: string): Promise<FamilyForm> {
    const { child } = await editableChild(this.children, id);
    const tie = (await this.childTies.tiesOf(id)).find((one) => one.id === tieId && one.endedOn === null);
    if (!tie) throw unreachable();
    return {
      child,
      title: `${tie.child.givenNames} and ${child.givenNames} are no longer related in this way`,
      action: `/children/${id}/child-ties/${tieId}/end`,
      button: 'Save',
      isEnding: true,
      fields: [UNTIL],
    };
  }

  private async endOfCarerTie(id: string, tieId: string): Promise<FamilyForm> {
    const { child } = await editableChild(this.children, id);
    const tie = (await this.carerTies.tiesOf(id)).find((one) => one.id === tieId && one.endedOn === null);
    if (!tie) throw unreachable();
    return {
      child,
      title: `${tie.carer.name} and ${tie.other.name} are no longer related in this way`,
      action: `/children/${id}/carer-ties/${tieId}/end`,
      button: 'Save',
      isEnding: true,
      fields: [UNTIL],
    };
  }
}

/** In years; a younger child of a similar name is a brother or sister. */
const YOUNGEST_CARER = 12;
const SINCE = {
  kind: 'date',
  name: 'beganOn',
  label: 'Since when? (optional)',
  hint: 'Leave empty if not known',
} as const;
const UNTIL = {
  kind: 'date',
  name: 'endedOn',
  label: 'When did it end?',
  hint: 'For example, 27 3 2026',
} as const;
const endIn = (reader: FormReader): string =>
  reader.date('endedOn', { label: 'the end date', latest: londonDate(now()) });
const saved = (id: string): Redirect => done(`/children/${id}/family`, 'Changes saved.');
