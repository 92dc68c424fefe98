import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  BundleService,
  keepsRegister,
  type RequestView,
  RequestAnswersService,
  RightsRequestsService,
} from '#libs/casework/rights';
import { AgenciesService } from '#libs/directory';
import type { FormAnswer } from '#libs/page-kit';
import { type FieldError, londonDate, now } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit, toFormResult } from '../../http/submit.js';
import { includedIn, toContactsView } from '../shared/family-contacts.js';
import { versionIn } from '../shared/version-in.js';
import {
  readDecision,
  readExtension,
  readPause,
  readProgress,
  readRelease,
  readResumption,
} from './request.form.js';
import {
  carerIn,
  requesterItems,
  toBundleView,
  dateTyped,
  toRequestRowView,
  toPassedOnView,
  progressChoices,
  toRequestView,
  toProgressFormValues,
} from './requests.page.js';

const PAGE = 50;
type Typed = Record<string, unknown>;

@Controller('requests')
export class RequestsController {
  constructor(
    private readonly requests: RightsRequestsService,
    private readonly answers: RequestAnswersService,
    private readonly bundles: BundleService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get()
  @Allow('rights.register')
  async list(@Query('state') asked?: unknown, @Query('cursor') cursor?: unknown): Promise<Page> {
    if (!keepsRegister())
      return page('rights/passed-on.njk', {
        title: 'Requests you passed on',
        requests: (await this.requests.mine()).map(toPassedOnView),
      });
    const state = asked === 'finished' ? 'finished' : 'open';
    const after = typeof cursor === 'string' && cursor ? cursor : undefined;
    const rows = await this.requests.list(state, PAGE + 1, after);
    const visibleRows = rows.slice(0, PAGE);
    return page('rights/requests.njk', {
      title: 'Requests about records',
      requests: visibleRows.map((row) => toRequestRowView(row, londonDate(now()))),
      tabs: (['open', 'finished'] as const).map((one) => ({
        text: one === 'open' ? 'Open' : 'Finished',
        href: `/requests?state=${one}`,
        active: one === state,
      })),
      state,
      next: rows.length > PAGE ? `/requests?state=${state}&cursor=${visibleRows.at(-1)!.id}` : null,
    });
  }

  @Get(':id')
  @Allow('rights.register')
  async show(@Param('id') id: string): Promise<Page> {
    if (!keepsRegister()) {
      const one = toPassedOnView(await this.requests.mineOf(id));
      return page('rights/passed-on-one.njk', { title: one.kind, request: one });
    }
    const seen = await this.requests.open(id);
    return page('rights/request.njk', toRequestPageData(seen));
  }

  @Post(':id/progress')
  @Allow('rights.manage')
  progress(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    return this.act(id, body, readProgress(body, today()), 'progress', 'Progress saved.', (values) =>
      // An emptied field is deleted, because the service keeps fields that are not mentioned.
      this.answers.change(id, versionIn(body), values),
    );
  }

  @Post(':id/extension')
  @Allow('rights.manage')
  extend(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    return this.act(
      id,
      body,
      readExtension(body, today()),
      'extension',
      'Time limit extended by 2 months.',
      (values) => this.answers.extend(id, versionIn(body), values),
    );
  }

  @Post(':id/pauses')
  @Allow('rights.manage')
  pause(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    return this.act(id, body, readPause(body, today()), 'pause', 'Time limit paused.', ({ fromOn, reason }) =>
      this.answers.pause(id, fromOn, reason),
    );
  }

  @Post(':id/resumption')
  @Allow('rights.manage')
  resume(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    return this.act(id, body, readResumption(body, today()), 'pause', 'Time limit restarted.', ({ toOn }) =>
      this.answers.resume(id, toOn),
    );
  }

  @Post(':id/decision')
  @Allow('rights.manage')
  decide(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    return this.act(id, body, readDecision(body), 'decision', 'Decision saved.', (values) =>
      this.answers.decide(id, versionIn(body), values),
    );
  }

  @Post(':id/release')
  @Allow('rights.manage')
  release(@Param('id') id: string, @Body() body: Typed): Promise<Page | Redirect> {
    return this.act(
      id,
      body,
      readRelease(body, today()),
      'release',
      'Request finished.',
      ({ releasedOn, how }) => this.answers.release(id, versionIn(body), releasedOn, how),
    );
  }

  /** Everything held on the child, to read through and print; for the parent or carer in `for`, if it is one. */
  @Get(':id/bundle')
  @Allow('rights.manage')
  @ConfirmedRecently()
  async bundle(@Param('id') id: string, @Query() query: Record<string, unknown> = {}): Promise<Page> {
    const carerId = carerIn(query['for']);
    const result = await toFormResult(() => this.bundles.bundle(id, { carerId, include: includedIn(query) }));
    const errors = result.ok ? [] : result.errors.flatMap(bundleError);
    // Answers that no longer match include nothing; every other error stays.
    const { bundle, seen } = result.ok
      ? result.value
      : await this.bundles.bundle(id, errors.some(({ field }) => field === 'for') ? {} : { carerId });
    const localities = await this.agencies.localities();
    const view = {
      title: `Everything held about ${bundle.child.name}`,
      request: toRequestView(seen),
      requesters: requesterItems(bundle),
      chosen: bundle.carerId ? `carer:${bundle.carerId}` : '',
      contacts: toContactsView(bundle.contacts),
      parts: toBundleView(bundle, new Map(localities.map(({ id, name }) => [id, name]))),
    };
    return errors.length > 0
      ? pageWithErrors('rights/bundle.njk', { ...view, errors })
      : page('rights/bundle.njk', { ...view, errors });
  }

  /**
   * One action of the person who answers: success returns to the request; failure shows it again with errors and what
   * was typed.
   */
  private async act<V>(
    id: string,
    body: Typed,
    form: FormAnswer<V>,
    open: string,
    said: string,
    work: (values: V) => Promise<unknown>,
  ): Promise<Page | Redirect> {
    const result = await submit(form, (values) => work(values));
    if (result.ok) return done(`/requests/${id}`, said);
    const seen = await this.requests.open(id);
    const typed = form.ok ? body : form.typed;
    return pageWithErrors('rights/request.njk', {
      ...toRequestPageData(seen),
      open,
      errors: result.errors,
      typed: open === 'progress' ? typed : { ...toProgressFormValues(seen), ...typed },
    });
  }
}

const today = (): string => londonDate(now());

/** An error in the choices for a bundle, beside its question on the page. */
function bundleError({ field, message }: FieldError): FieldError[] {
  if (field === 'carerId') return [{ field: 'for', message }];
  return field === 'include' ? [{ field: 'contacts', message }] : [];
}

function toRequestPageData(seen: RequestView) {
  const request = toRequestView(seen);
  return {
    title: `${request.rows[0]!.value}: ${seen.child.name}`,
    request,
    ...progressChoices,
    typed: {
      ...toProgressFormValues(seen),
      ...dateTyped('toldOn', today()),
      ...dateTyped('fromOn', today()),
      ...dateTyped('toOn', today()),
      ...dateTyped('releasedOn', today()),
    },
  };
}
