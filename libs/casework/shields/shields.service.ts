import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { CarersService, ChildrenService, isHidden } from '#libs/casework/children';
import { MessagesService } from '#libs/casework/episodes';
import {
  actor,
  conflict,
  forbidden,
  invalid,
  invalidField,
  londonDate,
  newId,
  now,
  db,
} from '#libs/platform';
import type { ShieldGround, ShieldRequester } from '#libs/terms';
import { Shield, ShieldUnsafeCarer } from './shield.entities.js';
import { type Decision, validateShieldDecision, isInForce } from './shield.rules.js';
import { ShieldNamesService } from './shield-names.service.js';
import { type ShieldView, ShieldsReadingService } from './shields-reading.service.js';

export interface ShieldDraft {
  readonly grounds: ShieldGround;
  readonly detail?: string | null;
  /** The requester's name and capacity. */
  readonly requestedBy: string;
  readonly requesterCapacity: ShieldRequester;
  /** Carers from whom the child is kept safe. */
  readonly unsafeCarerIds?: readonly string[];
  /** Practitioners who must still know; the recording practitioner is always one of them. */
  readonly practitionerIds?: readonly string[];
}

/** Protecting a child's whereabouts at once, deciding on the shield, and ending it. */
@Injectable()
export class ShieldsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly reading: ShieldsReadingService,
    private readonly names: ShieldNamesService,
    private readonly messages: MessagesService,
  ) {}

  /** May the signed-in practitioner ask for a shield for this child? */
  async mayRequest(childId: string): Promise<boolean> {
    const [row] = (await db().query("select $1::uuid in (select access.may_child('shield.request')) as may", [
      childId,
    ])) as [{ may: boolean }];
    return row.may;
  }

  /** Protects at once, and asks information governance to decide within five working days. */
  async request(childId: string, draft: ShieldDraft): Promise<string> {
    const { child } = await this.children.find(childId);
    if (!(await this.mayRequest(childId)))
      throw forbidden('You cannot ask for this. Ask the lead professional.');
    if ((await isHidden(childId)) || (await this.reading.ofChild(childId)).some(isInForce))
      throw conflict('The address is already protected. Ask information governance about it.');
    await this.assertCarersOfChild(childId, draft.unsafeCarerIds ?? []);
    const id = newId();
    const { grounds, detail = null, requestedBy, requesterCapacity } = draft;
    await db().insert(Shield, {
      ...{ id, childId: child.id, grounds, detail, requestedBy, requesterCapacity, ...UNDECIDED },
      ...{ recordedBy: actor().practitionerId, requestedAt: now(), decideBy: londonDate(now()) },
    });
    for (const carerId of draft.unsafeCarerIds ?? [])
      await db().insert(ShieldUnsafeCarer, { shieldId: id, childId: child.id, carerId });
    for (const practitionerId of new Set([actor().practitionerId, ...(draft.practitionerIds ?? [])]))
      await this.names.write({ id, childId: child.id }, practitionerId);
    await this.notifyGovernance(id);
    await this.keep('request shield', id, child.id, { grounds });
    return id;
  }

  /** Confirms it with a review date, or declines it; a review of a confirmed one sets a new date. */
  async decide(id: string, decision: Decision): Promise<ShieldView> {
    const shield = await this.findDecidable(id);
    if (shield.recordedBy.id === actor().practitionerId)
      throw conflict(
        'You cannot decide a request you made yourself. Another person in information governance has to decide.',
      );
    const errors = validateShieldDecision(decision, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    if (shield.decision === 'confirmed' && decision.decision === 'declined')
      throw conflict('This protection is confirmed. End it instead, with a reason.');
    await db().update(
      Shield,
      { id },
      { decision: decision.decision, decisionReason: decision.reason, reviewOn: decision.reviewOn || null },
    );
    const isReview = shield.decision === 'confirmed';
    const act = isReview
      ? 'look at shield again'
      : decision.decision === 'confirmed'
        ? 'confirm shield'
        : 'decline shield';
    await this.keep(act, id, shield.child.id);
    await this.messages.send(
      shield.recordedBy.id,
      'Information governance has made a decision about a protected address',
      decision.decision === 'confirmed'
        ? 'It stays protected. Open Bridges for the reason and the review date.'
        : 'It is no longer protected. Open Bridges for the reason.',
      `/shields/${id}`,
    );
    return this.reading.find(id);
  }

  /** Ends the protection: from their next query on, all readers see what their tier gives them. */
  async end(id: string, reason: string): Promise<ShieldView> {
    const shield = await this.findDecidable(id);
    if (!reason.trim()) throw invalidField('reason', 'Enter why it is safe now');
    await db().update(Shield, { id }, { endedBy: actor().practitionerId, endingReason: reason });
    await this.keep('end shield', id, shield.child.id);
    return this.reading.find(id);
  }

  private async findDecidable(id: string): Promise<ShieldView> {
    const shield = await this.reading.find(id);
    if (!shield.mayDecide)
      throw forbidden('Only information governance can decide about protected addresses.');
    if (!isInForce(shield)) throw conflict('This protection is no longer in force.');
    return shield;
  }

  private async assertCarersOfChild(childId: string, carerIds: readonly string[]): Promise<void> {
    const carers = carerIds.length > 0 ? await this.carers.carersOf(childId) : [];
    if (carerIds.some((carerId) => !carers.some(({ id }) => id === carerId)))
      throw invalidField('unsafeCarerIds', 'Select from the parents and carers on the child’s record');
  }

  private async notifyGovernance(id: string): Promise<void> {
    const people = (await db().query(GOVERNANCE, [actor().agencyId])) as { id: string }[];
    for (const person of people)
      await this.messages.send(
        person.id,
        'An address is protected: decide within 5 working days',
        'Someone asked for a child’s contact details to be protected. They are protected until you decide.',
        `/shields/${id}`,
        { kind: 'shield', id },
      );
  }

  private async keep(
    act: string,
    id: string,
    childId: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const [episode] = (await db().query(
      'select episode_id as id from episode_children where child_id = $1 order by ended_at desc nulls first limit 1',
      [childId],
    )) as { id: string }[];
    await audit(act, 'shield', {
      childId,
      subjectId: id,
      detail,
      ...(episode ? { episodeId: episode.id } : {}),
    });
  }
}

const UNDECIDED = {
  decision: null,
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  reviewOn: null,
  endedBy: null,
  endedAt: null,
  endingReason: null,
};

/** The information governance practitioners for the area of agency $1. */
const GOVERNANCE = `
  select distinct o.practitioner_id as id from posts o join agencies g on g.id = o.agency_id
  join practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  where o.role = 'governance' and platform.is_now(o.began_at, o.ended_at)
    and g.authority_id = (select a.authority_id from agencies a where a.id = $1)`;
