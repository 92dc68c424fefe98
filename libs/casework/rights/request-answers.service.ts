import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import {
  actor,
  changeVersioned,
  conflict,
  db,
  type FieldError,
  invalid,
  invalidField,
  londonDate,
  newId,
  now,
} from '#libs/platform';
import {
  endsRequest,
  type Extension,
  type RequestDecision,
  type RequestProgress,
  validateExtension,
  validateRequestDecision,
  validateRequestProgress,
} from './request.rules.js';
import { RightsRequest, RightsRequestPause } from './rights-request.entities.js';
import { RightsRequestsService, type RequestView } from './rights-requests.service.js';

/** What information governance does about a request, from checking who asks to handing over the answer. */
@Injectable()
export class RequestAnswersService {
  constructor(private readonly requests: RightsRequestsService) {}

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

  private async findUnfinished(id: string): Promise<RequestView> {
    const requestView = await this.requests.seen(id);
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
}

/** The fields that were given: an undefined one is dropped and keeps its stored value; an empty text clears it. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === '' ? null : (value as unknown)]),
  ) as T;
}
