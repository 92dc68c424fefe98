import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { type CarerOfChild, CarersService, ChildrenService } from '#libs/casework/children';
import { isInForce, ShieldsReadingService } from '#libs/casework/shields';
import { AgenciesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, isHeldBack, isId, londonDate, now, unreachable } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { choicesOfCarer, readFirstCarer } from './carer-form.js';
import { choicesOfForm, readDetails, readIdentity } from './child-form.js';
import { type DraftFields, type NewChildDraft, NewChildDrafts } from './new-child-drafts.js';
import {
  answersOf,
  errorsOfStep,
  fieldsOf,
  type NewChildStep,
  stepAfter,
  stepNamed,
  STEPS,
} from './new-child-steps.js';
import { PlaceLookup, type PlacesFound } from './place-lookup.js';
import { choicesOfShared, readSharedCarers } from './shared-carers.js';

const STEP = 'children/new-child-step.njk';

/**
 * A new child in steps, one thing on a page, kept on the server until it is recorded. The answers are read by the same
 * readers as the form on one page; each step shows the errors of its own fields.
 */
@Controller('children/new')
export class NewChildController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly agencies: AgenciesService,
    private readonly shields: ShieldsReadingService,
    private readonly places: PlaceLookup,
    private readonly drafts: NewChildDrafts,
  ) {}

  @Get('name')
  @Allow('child.create')
  async first(@Query('sibling') sibling?: unknown): Promise<Page> {
    const draft = await this.draftFor(sibling);
    return page(STEP, await this.view(null, draft, STEPS[0]!));
  }

  @Post('name')
  @Allow('child.create')
  async begin(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const draft = await this.draftFor(body['sibling']);
    return this.answer(request, null, draft, STEPS[0]!, body);
  }

  @Get(':draft/check')
  @Allow('child.create')
  async check(@Req() request: BridgesRequest, @Param('draft') id: string): Promise<Page | Redirect> {
    const draft = await this.found(request, id);
    if (draft.recorded) return done(`/children/${draft.recorded}`);
    const carers = await this.carersOf(draft);
    const answers = answersOf(draft.fields, carers, await this.agencies.localities());
    return page('children/new-child-check.njk', {
      title: 'Check your answers before you add this child',
      draft: id,
      sibling: draft.sibling,
      answers: answers.map(({ key, value, step }) => ({
        key,
        value: value || 'Not given',
        href: `/children/new/${id}/${step}?then=check`,
      })),
      fields: Object.entries(draft.fields).flatMap(([name, value]) =>
        [value].flat().map((one) => ({ name, value: one })),
      ),
    });
  }

  @Post(':draft/deletion')
  @Allow('child.create')
  async discard(@Req() request: BridgesRequest, @Param('draft') id: string): Promise<Redirect> {
    await this.found(request, id);
    await this.drafts.discard(request, id);
    return done('/children', 'Draft deleted.');
  }

  @Get(':draft/:step')
  @Allow('child.create')
  async show(
    @Req() request: BridgesRequest,
    @Param('draft') id: string,
    @Param('step') name: string,
    @Query('then') then?: unknown,
  ): Promise<Page | Redirect> {
    const draft = await this.found(request, id);
    if (draft.recorded) return done(`/children/${draft.recorded}`);
    return page(STEP, { ...(await this.view(id, draft, stepOr404(name))), then: thenOf(then) });
  }

  @Post(':draft/:step')
  @Allow('child.create')
  async save(
    @Req() request: BridgesRequest,
    @Param('draft') id: string,
    @Param('step') name: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    return this.answer(request, id, await this.found(request, id), stepOr404(name), body);
  }

  private async answer(
    request: BridgesRequest,
    id: string | null,
    draft: NewChildDraft,
    step: NewChildStep,
    sent: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const body = await this.places.resolve(sent);
    const fields: DraftFields = { ...draft.fields, ...fieldsOf(body) };
    const view = {
      ...(await this.view(id, { ...draft, fields }, step)),
      then: thenOf(sent['then']),
    };
    const places = await this.places.find(body);
    if (places) return page(STEP, { ...view, places });
    const errors = errorsOfStep(step, await this.errorsIn(fields, draft));
    if (errors.length > 0 || isHeldBack()) return pageWithErrors(STEP, { ...view, errors });
    const kept = id ?? (await this.drafts.begin(request, draft.sibling, fields));
    if (id) await this.drafts.keep(request, id, draft, fields);
    return done(`/children/new/${kept}/${thenOf(sent['then']) ?? stepAfter(step)}`);
  }

  private async errorsIn(fields: DraftFields, draft: NewChildDraft) {
    const form = new FormReader(fields);
    const today = londonDate(now());
    readIdentity(form, await this.agencies.localities(), today);
    readDetails(form, today);
    readSharedCarers(form, await this.carersOf(draft));
    readFirstCarer(form, fields);
    return form.errors;
  }

  private async view(id: string | null, draft: NewChildDraft, step: NewChildStep) {
    const carers = await this.carersOf(draft);
    const number = STEPS.indexOf(step) + 1;
    return {
      title: step.title,
      asksOtherName: true,
      caption: `Add a new child: step ${number} of ${STEPS.length}`,
      action: id ? `/children/new/${id}/${step.name}` : '/children/new/name',
      backHref: number === 1 ? '/children' : `/children/new/${id}/${STEPS[number - 2]!.name}`,
      sibling: draft.sibling && (await this.children.find(draft.sibling)).child,
      parts: step.parts,
      typed: draft.fields,
      choices: choicesOfForm(await this.agencies.localities()),
      carerChoices: choicesOfCarer(),
      shared: choicesOfShared(carers),
      places: null as PlacesFound | null,
      then: null as string | null,
    };
  }

  private async found(request: BridgesRequest, id: string): Promise<NewChildDraft> {
    const draft = await this.drafts.open(request, id);
    if (!draft) throw unreachable();
    return draft;
  }

  /** A record begun from a brother or sister starts with the family's name, home and carers. */
  private async draftFor(sibling: unknown): Promise<NewChildDraft> {
    const locality = actor().localityId;
    if (sibling === undefined || sibling === '')
      return { sibling: null, fields: locality ? { localityId: locality } : {} };
    if (!isId(sibling)) throw unreachable();
    const { child, details } = await this.children.find(sibling);
    const carers = details ? await this.carers.carersOf(sibling) : [];
    const mayCopyHome = details !== null && !details.contactProtected && !(await this.isShielded(sibling));
    const home = mayCopyHome
      ? { address: details.address, postcode: details.postcode, localityId: child.localityId }
      : {};
    const known = { familyName: child.familyName, localityId: locality, ...home };
    return {
      sibling,
      fields: {
        ...Object.fromEntries(
          Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        ),
        ...Object.fromEntries(carers.map(({ id, relationship }) => [`shared-${id}`, relationship])),
      },
    };
  }

  /** The address of a child who is kept safe is not copied to a record that is not. */
  private async isShielded(childId: string): Promise<boolean> {
    if (!mayEver(actor().role, 'shield.request')) return true;
    return (await this.shields.ofChild(childId)).some(isInForce);
  }

  private async carersOf({ sibling }: NewChildDraft): Promise<CarerOfChild[]> {
    if (!sibling) return [];
    const { details } = await this.children.find(sibling);
    return details ? this.carers.carersOf(sibling) : [];
  }
}

function stepOr404(name: string): NewChildStep {
  const step = stepNamed(name);
  if (!step) throw unreachable();
  return step;
}

const thenOf = (then: unknown): string | null => (then === 'check' ? 'check' : null);
