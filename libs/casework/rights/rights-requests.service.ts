import { Injectable } from '@nestjs/common';
import { audit, mayEver, permitOn } from '#libs/access';
import {
  actor,
  changeVersioned,
  conflict,
  type FieldError,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  db,
  unreachable,
} from '#libs/platform';
import { clockOf, type RequestClock } from './request-clock.js';
import {
  endsRequest,
  type Extension,
  validateRequestDecision,
  validateExtension,
  validateRequestProgress,
  validateRequest,
  type RequestDecision,
  type RequestDraft,
  type RequestFacts,
  type RequestProgress,
  whyNoBundle,
} from './request.rules.js';
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

  /** Records the progress so far: identity, clarification, the child's view, exemptions. */
  async change(id: string, version: number, changes: RequestProgress): Promise<void> {
    const { request } = await this.findUnfinished(id);
    const { exemptions, ...fields } = given(changes);
    const errors = validateRequestProgress(
      {
        ...(request as unknown as RequestProgress),
        receivedOn: request.receivedOn,
        ...fields,
        ...(exemptions ? { exemptions } : {}),
      },
      londonDate(now()),
    );
    await this.write(
      request,
      version,
      { ...fields, ...(exemptions ? { exemptions: [...exemptions] } : {}) },
      errors,
      'change request',
    );
  }

  /** Extends a complex request by two months, if the requester is told in time. Once. */
  async extend(id: string, version: number, extension: Extension): Promise<void> {
    const { request, facts } = await this.findUnfinished(id);
    if (request.kind === 'complaint')
      throw conflict('The time to acknowledge a complaint cannot be extended.');
    if (request.extendedToldOn)
      throw conflict('This request has already been extended. It can be extended only once.');
    const { because, toldOn } = extension;
    const errors = validateExtension(facts, extension, londonDate(now()));
    await this.write(
      request,
      version,
      { extendedBecause: because, extendedToldOn: toldOn },
      errors,
      'extend request',
    );
  }

  /** Pauses the statutory clock from `fromOn`. */
  async pause(id: string, fromOn: string, reason: string): Promise<string> {
    const { request, pauses } = await this.findUnfinished(id);
    if (request.kind === 'complaint') throw conflict('The time to acknowledge a complaint cannot be paused.');
    if (pauses.some(({ toOn }) => toOn === null)) throw conflict('The time limit is already paused.');
    if (fromOn > londonDate(now())) throw invalidField('fromOn', 'The pause must start today or in the past');
    if (fromOn < request.receivedOn || pauses.some(({ toOn }) => toOn !== null && fromOn <= toOn))
      throw invalidField(
        'fromOn',
        'The pause must start after the request was received and after any earlier pauses',
      );
    const pauseId = newId();
    await db().insert(RightsRequestPause, {
      id: pauseId,
      requestId: id,
      episodeId: request.episodeId,
      fromOn,
      toOn: null,
      reason,
      recordedBy: actor().practitionerId,
    });
    await this.record('pause request', request);
    return pauseId;
  }

  async resume(id: string, toOn: string): Promise<void> {
    const { request, pauses } = await this.findUnfinished(id);
    const open = pauses.find((pause) => pause.toOn === null);
    if (!open) throw conflict('The time limit is not paused.');
    if (toOn < open.fromOn || toOn > londonDate(now()))
      throw invalidField('toOn', 'The pause must end between the day it started and today');
    await db().update(RightsRequestPause, { id: open.id }, { toOn });
    await this.record('resume request', request);
  }

  /** Decides, with reasons. A refusal, a withdrawal, or a decision with nothing to hand over ends the request. */
  async decide(id: string, version: number, decision: RequestDecision): Promise<void> {
    const { request, facts } = await this.findUnfinished(id);
    if (request.decision) throw conflict('This request has already been decided.');
    const changes = {
      decision: decision.decision,
      decisionReason: decision.reason,
      decidedBy: actor().practitionerId,
      decidedAt: now(),
      finishedAt: endsRequest(request.kind, decision.decision) ? now() : null,
    };
    const errors = validateRequestDecision(facts, decision, londonDate(now()));
    await this.write(request, version, changes, errors, 'decide request');
  }

  /** Records when and how the granted information was delivered. This ends the request, and access to the bundle. */
  async release(id: string, version: number, releasedOn: string, releasedHow: string): Promise<void> {
    const { request } = await this.findUnfinished(id);
    if (!request.decision) throw conflict('Record a decision on this request before you give a response.');
    const errors =
      releasedOn > londonDate(now()) || releasedOn < request.receivedOn
        ? [
            {
              field: 'releasedOn',
              message:
                'The date the response was given must be between the date the request was received and today',
            },
          ]
        : [];
    await this.write(
      request,
      version,
      { releasedOn, releasedHow, finishedAt: now() },
      errors,
      'release request',
    );
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

  private async findUnfinished(id: string): Promise<RequestView> {
    const requestView = await this.seen(id);
    await permitOn(requestView.request.episodeId, 'rights.manage', 'answer this request');
    if (requestView.request.finishedAt)
      throw conflict('This request is finished. Nothing more can be added to it.');
    return requestView;
  }

  private async write(
    request: RightsRequest,
    version: number,
    changes: Partial<RightsRequest>,
    errors: readonly FieldError[],
    act: string,
  ): Promise<void> {
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(RightsRequest, { id: request.id }, version, changes);
    await this.record(act, request);
  }

  private async record(act: string, { id, episodeId, childId }: RightsRequest): Promise<void> {
    await audit(act, 'rights request', { episodeId, childId, subjectId: id });
  }

  private async childOf(id: string): Promise<RequestView['child']> {
    const [child] = (await db().query(
      `select id, given_names || ' ' || family_name as name, date_of_birth as "dateOfBirth" from children where id = $1`,
      [id],
    )) as RequestView['child'][];
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

/** The fields that were given: an undefined one is dropped and keeps its stored value; an empty text clears it. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === '' ? null : (value as unknown)]),
  ) as T;
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
