import { Injectable } from '@nestjs/common';
import { audit, mayEver, permitOn } from '#libs/access';
import {
  actor,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { clockOf, type RequestClock } from './request-clock.js';
import { validateRequest, type RequestDraft, type RequestFacts, whyNoBundle } from './request.rules.js';
import { RightsRequest, RightsRequestPause } from './rights-request.entities.js';
import {
  eventsOf,
  passedOn,
  type PassedOnRequest,
  registered,
  type RequestEvent,
  type RequestListItem,
} from './rights-requests.queries.js';

export interface RequestView {
  readonly request: RightsRequest;
  readonly child: { readonly id: string; readonly name: string; readonly dateOfBirth: string | null };
  readonly pauses: readonly RightsRequestPause[];
  readonly events: readonly RequestEvent[];
  readonly clock: RequestClock;
  /** Why the bundle cannot be compiled now; null when it can. */
  readonly whyNoBundle: string | null;
  readonly facts: RequestFacts;
}

/**
 * The register of families' requests about their own records. Information governance manages it; any practitioner
 * passes requests on.
 */
@Injectable()
export class RightsRequestsService {
  /**
   * Registers a request about a child of an episode within reach. A practitioner who does not answer requests passes it
   * on this way.
   */
  async register(episodeId: string, draft: RequestDraft): Promise<string> {
    const abilities = await permitOn(episodeId, 'rights.register', 'pass on a request');
    const errors = validateRequest(draft, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    if (!(await this.isOn(episodeId, draft.childId)))
      throw invalidField('childId', 'Select a child in this episode');
    const id = newId();
    await db().insert(RightsRequest, {
      ...NOTHING_YET,
      id,
      episodeId,
      childId: draft.childId,
      kind: draft.kind,
      about: draft.about,
      aboutName: draft.about === 'carer' ? (draft.aboutName ?? null) : null,
      details: draft.details ?? null,
      requester: draft.requester,
      requesterCapacity: draft.requesterCapacity,
      authorityShown: draft.authorityShown ?? null,
      receivedOn: draft.receivedOn,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
      version: 1,
    });
    await audit('register request', 'rights request', {
      episodeId,
      childId: draft.childId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { kind: draft.kind },
    });
    return id;
  }

  /** The register, open or finished; an unknown cursor gives an empty page. */
  async list(state: 'open' | 'finished', limit: number, after?: string): Promise<RequestListItem[]> {
    if (after !== undefined && !isId(after)) return [];
    const rows = await registered(state === 'finished', limit, after);
    await audit('list requests', 'rights request', { detail: { state } });
    return rows;
  }

  /** Requests that the reader passed on, with their status, no more. */
  mine(): Promise<PassedOnRequest[]> {
    return passedOn(null);
  }

  async mineOf(id: string): Promise<PassedOnRequest> {
    const [ownRequest] = isId(id) ? await passedOn(id) : [];
    if (!ownRequest) throw unreachable();
    await audit('read request', 'rights request', { episodeId: ownRequest.episodeId, subjectId: id });
    return ownRequest;
  }

  /** One whole request, for those who answer it; 404 to other readers. */
  async open(id: string): Promise<RequestView> {
    const requestView = await this.seen(id);
    const { episodeId, childId } = requestView.request;
    await audit('read request', 'rights request', { episodeId, childId, subjectId: id });
    return requestView;
  }

  /** The request as the reader sees it, without a log entry. */
  async seen(id: string): Promise<RequestView> {
    const request = isId(id) ? await db().findOneBy(RightsRequest, { id }) : null;
    if (!request) throw unreachable();
    const pauses = await db().find(RightsRequestPause, {
      where: { requestId: id },
      order: { fromOn: 'ASC' },
    });
    const child = await this.childOf(request.childId);
    const facts = factsOf(request, pauses, child.dateOfBirth);
    const today = londonDate(now());
    return {
      request,
      child,
      pauses,
      events: await eventsOf(id),
      clock: clockOf(facts, today),
      whyNoBundle: whyNoBundle(facts, today),
      facts,
    };
  }

  private async childOf(id: string): Promise<RequestView['child']> {
    const [child] = await query<RequestView['child']>(
      `select id, btrim(given_names || ' ' || family_name) as name, date_of_birth from children where id = $1`,
      [id],
    );
    if (!child) throw unreachable();
    return child;
  }

  private async isOn(episodeId: string, childId: string): Promise<boolean> {
    if (!isId(childId)) return false;
    const rows = (await db().query('select 1 from episode_children where episode_id = $1 and child_id = $2', [
      episodeId,
      childId,
    ])) as unknown[];
    return rows.length > 0;
  }
}

/** Whether the reader manages the register, or sees only what they passed on. */
export const keepsRegister = (): boolean => mayEver(actor().role, 'rights.manage');

function factsOf(
  request: RightsRequest,
  pauses: readonly RightsRequestPause[],
  bornOn: string | null,
): RequestFacts {
  return { ...request, pauses, finished: request.finishedAt !== null, childBornOn: bornOn };
}

const NOTHING_YET = {
  identityCheckedOn: null,
  identityCheckedHow: null,
  clarification: null,
  acknowledgedOn: null,
  extendedToldOn: null,
  extendedBecause: null,
  childCompetence: null,
  childView: null,
  childViewOn: null,
  exemptions: [],
  exemptionNote: null,
  redactions: null,
  decision: null,
  decisionReason: null,
  decidedBy: null,
  decidedAt: null,
  releasedOn: null,
  releasedHow: null,
  finishedAt: null,
};
