import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  type CarerOfChild,
  CarersService,
  type Child,
  ChildrenService,
  type PossibleDuplicate,
} from '#libs/casework/children';
import { AgenciesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, isHeldBack, isId, londonDate, now, unreachable } from '#libs/platform';
import { checkPersonName } from '#libs/terms';
import {
  done,
  type Page,
  page,
  pageWithErrors,
  type Redirect,
  type RedisplayedForm,
} from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { toFormResult } from '../../http/submit.js';
import { choicesOfCarer, readFirstCarer } from './carer-form.js';
import { withFormFieldNames, choicesOfForm, readDetails, readIdentity } from './child-form.js';
import { answeredIds, toPossibleDuplicatesView } from './possible-duplicates.js';
import { choicesOfShared, readSharedCarers } from './shared-carers.js';
import { checkedLine } from '../shared/checked-line.js';
import { fromSearch, NewChildDrafts } from './new-child-drafts.js';
import { PlaceLookup, type PlacesFound } from './place-lookup.js';

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
    private readonly places: PlaceLookup,
    private readonly drafts: NewChildDrafts,
  ) {}

  @Get()
  @Allow('child.create')
  show(@Query('sibling') sibling?: unknown): Promise<Page> {
    return this.begun({}, sibling);
  }

  /** After a search without a match: the steps of a new record start with what was typed. */
  @Post('begin')
  @Allow('child.create')
  async begin(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    if (isHeldBack()) return this.begun(body, undefined);
    const draft = await this.drafts.begin(request, null, fromSearch(body));
    return done(`/children/new/${draft}/name`);
  }

  @Post()
  @Allow('child.create')
  async record(
    @Req() request: BridgesRequest,
    @Body() sent: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const body = await this.places.resolve(sent);
    const recorded = await this.drafts.recordedFrom(request, body['draft']);
    if (recorded) return done(`/children/${recorded}`);
    const { sibling, carers } = await this.brotherOrSister(body['sibling']);
    const form = new FormReader(body);
    const draft = {
      expectedDateConfirmed: body['expectedDateConfirmed'] === 'yes',
      ...readIdentity(form, await this.agencies.localities(), londonDate(now())),
      alsoKnownAs: checkedLine(form, 'alsoKnownAs', 'the other name', checkPersonName, 100),
      details: readDetails(form, londonDate(now())),
      carers: [...readSharedCarers(form, carers), ...readFirstCarer(form, body)],
      notTheSameAs: answeredIds(body),
    };
    const view = async (
      more: RedisplayedForm & { possibles?: ReturnType<typeof toPossibleDuplicatesView> },
    ) => ({
      ...(await this.form(sibling, carers)),
      typed: form.typed,
      answered: draft.notTheSameAs,
      draft: typeof body['draft'] === 'string' ? body['draft'] : null,
      ...more,
    });
    const again = async (more: Parameters<typeof view>[0]): Promise<Page> =>
      pageWithErrors(VIEW, await view(more));
    const places = await this.places.find(body);
    if (places) return page(VIEW, { ...(await view({})), places });
    if (!form.ok) return again({ errors: form.errors });
    const result = await toFormResult(() => this.children.recordChild(draft));
    if (result.ok) {
      await this.drafts.recorded(request, body['draft'], result.value);
      return done(`/children/${result.value}`, 'Child added.');
    }
    const { possibleDuplicates } = (result.current ?? {}) as { possibleDuplicates?: PossibleDuplicate[] };
    if (!possibleDuplicates) return again({ errors: withFormFieldNames(result.errors) });
    const possibles = toPossibleDuplicatesView(possibleDuplicates, londonDate(now()));
    return again({
      possibles,
      errors: [{ field: 'notTheSameAs', message: 'Select each child listed who is not the same child' }],
    });
  }

  private async begun(sought: Record<string, unknown>, of: unknown): Promise<Page> {
    const { sibling, carers } = await this.brotherOrSister(of);
    const typed = {
      localityId: sibling?.localityId ?? actor().localityId,
      familyName: sibling?.familyName,
      ...fromSearch(sought),
    };
    return page(VIEW, { ...(await this.form(sibling, carers)), typed });
  }

  private async form(sibling: Child | null, carers: readonly CarerOfChild[]) {
    return {
      title: 'Add a new child',
      asksOtherName: true,
      sibling,
      choices: choicesOfForm(await this.agencies.localities()),
      carerChoices: choicesOfCarer(),
      shared: choicesOfShared(carers),
      // The whole form is on one page here.
      parts: null as readonly string[] | null,
      places: null as PlacesFound | null,
    };
  }

  private async brotherOrSister(id: unknown): Promise<{ sibling: Child | null; carers: CarerOfChild[] }> {
    if (id === undefined || id === '') return { sibling: null, carers: [] };
    if (!isId(id)) throw unreachable();
    const { child, details } = await this.children.find(id);
    return { sibling: child, carers: details ? await this.carers.carersOf(id) : [] };
  }
}
