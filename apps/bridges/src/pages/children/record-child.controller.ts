import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  type CarerOfChild,
  CarersService,
  type Child,
  ChildrenService,
  type ChildMatch,
} from '#libs/casework/children';
import { AgenciesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, isId, londonDate, now, unreachable } from '#libs/platform';
import { checkPersonName } from '#libs/terms';
import {
  done,
  type Page,
  page,
  pageWithErrors,
  type Redirect,
  type RedisplayedForm,
} from '../../http/page.js';
import { carriesOutNothing } from '../../http/shown-again.js';
import { toFormResult } from '../../http/submit.js';
import { choicesOfCarer, readFirstCarer } from './carer-form.js';
import { withFormFieldNames, choicesOfForm, readDetails, readIdentity } from './child-form.js';
import { answeredIds, toPossibleDuplicatesView } from './possible-duplicates.js';
import { choicesOfShared, readSharedCarers } from './shared-carers.js';
import { checkedLine } from '../shared/checked-line.js';
import { nameParts } from '../shared/name-parts.js';

const VIEW = 'children/record-child.njk';

/**
 * Recording a new child. Likely duplicates are shown first, and the practitioner must confirm that each is a different
 * child.
 */
@Controller('children/new')
export class RecordChildController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get()
  @Allow('child.create')
  show(@Query('sibling') sibling?: unknown): Promise<Page> {
    return this.begun({}, sibling);
  }

  /** After a search without a match: the form starts with what was typed. */
  @Post('begin')
  @Allow('child.create')
  begin(@Body() body: Record<string, unknown>): Promise<Page> {
    carriesOutNothing();
    return this.begun(body, undefined);
  }

  @Post()
  @Allow('child.create')
  async record(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { sibling, carers } = await this.brotherOrSister(body['sibling']);
    const form = new FormReader(body);
    const draft = {
      ...readIdentity(form, await this.agencies.localities(), londonDate(now())),
      alsoKnownAs: checkedLine(form, 'alsoKnownAs', 'the other name', checkPersonName, 100),
      details: readDetails(form),
      carers: [...readSharedCarers(form, carers), ...readFirstCarer(form, body)],
      notTheSameAs: answeredIds(body),
    };
    const again = async (
      more: RedisplayedForm & { possibles?: ReturnType<typeof toPossibleDuplicatesView> },
    ): Promise<Page> =>
      pageWithErrors(VIEW, {
        ...(await this.form(sibling, carers)),
        typed: form.typed,
        answered: draft.notTheSameAs,
        ...more,
      });
    if (!form.ok) return again({ errors: form.errors });
    const result = await toFormResult(() => this.children.recordChild(draft));
    if (result.ok) return done(`/children/${result.value}`, 'Child added.');
    const { possibleDuplicates } = (result.current ?? {}) as { possibleDuplicates?: ChildMatch[] };
    if (!possibleDuplicates) return again({ errors: withFormFieldNames(result.errors) });
    const possibles = toPossibleDuplicatesView(possibleDuplicates, londonDate(now()));
    return again({
      possibles,
      errors: [{ field: 'notTheSameAs', message: 'Select each child listed who is not the same child' }],
    });
  }

  private async begun(sought: Record<string, unknown>, of: unknown): Promise<Page> {
    const form = new FormReader(sought);
    const { sibling, carers } = await this.brotherOrSister(of);
    const name = form.optionalText('name', { label: 'the name' });
    form.optionalDate('dateOfBirth', { label: 'the date of birth' });
    form.optionalText('postcode', { label: 'the postcode' });
    const typed = {
      localityId: sibling?.localityId ?? actor().localityId,
      familyName: sibling?.familyName,
      ...form.typed,
      ...(name ? nameParts(name) : {}),
    };
    return page(VIEW, { ...(await this.form(sibling, carers)), typed });
  }

  private async form(sibling: Child | null, carers: readonly CarerOfChild[]) {
    return {
      title: 'Add a new child',
      asksFormerName: false,
      sibling,
      choices: choicesOfForm(await this.agencies.localities()),
      carerChoices: choicesOfCarer(),
      shared: choicesOfShared(carers),
    };
  }

  private async brotherOrSister(id: unknown): Promise<{ sibling: Child | null; carers: CarerOfChild[] }> {
    if (id === undefined || id === '') return { sibling: null, carers: [] };
    if (!isId(id)) throw unreachable();
    const { child, details } = await this.children.find(id);
    return { sibling: child, carers: details ? await this.carers.carersOf(id) : [] };
  }
}
