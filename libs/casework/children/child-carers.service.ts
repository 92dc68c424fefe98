import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import {
  actor,
  changeVersioned,
  conflict,
  db,
  givenFields,
  invalid,
  isId,
  londonDate,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { ChildCarer } from './carer.entity.js';
import {
  type ChildCarerDraft,
  type Ending,
  validateChildCarer,
  validateEnding,
} from './child-carer.rules.js';
import { assertMayEditFamily } from './family-edit.js';

/** A correction of what a person is to a child: what stood there before. */
export interface FamilyChange {
  readonly name: string;
  readonly field: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly reason: string | null;
  readonly changedAt: Date;
  readonly changedBy: string | null;
}

/** What a person is to a child: corrected, limited, put in order and ended, each with a trace. */
@Injectable()
export class ChildCarersService {
  /** Corrects or completes it. Throws 404 for a person who does not care for the child now, and 412 when stale. */
  async changeChildCarer(
    childId: string,
    carerId: string,
    version: number,
    { changeReason, ...changes }: Partial<ChildCarerDraft> & { readonly changeReason?: string | null },
  ): Promise<void> {
    const present = await this.current(childId, carerId);
    await assertMayEditFamily(childId);
    const draft = { ...present, ...givenFields(changes) };
    const errors = validateChildCarer(draft, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(
      ChildCarer,
      { id: present.id },
      version,
      { ...givenFields(changes), ...evidenceSeenBy(changes.evidence), changeReason: changeReason ?? null },
      () => this.current(childId, carerId),
    );
    await audit('change carer of child', 'carer', { childId, subjectId: carerId });
  }

  /**
   * Ends it from that day. What the person agreed to as a parent stands until the family is asked again; the lead is
   * told. Returns whether there is such an agreement.
   */
  async endChildCarer(
    childId: string,
    carerId: string,
    version: number,
    { endedOn, reason }: Ending,
  ): Promise<{ readonly gaveConsent: boolean }> {
    const present = await this.current(childId, carerId);
    await assertMayEditFamily(childId);
    const errors = validateEnding(endedOn, present.beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(ChildCarer, { id: present.id }, version, {
      endedOn,
      endedAt: now(),
      endedBy: actor().practitionerId,
      endingReason: reason,
      changeReason: null,
    });
    await audit('end carer of child', 'carer', { childId, subjectId: carerId });
    const [row] = await query<{ gaveConsent: boolean }>(
      `select exists (select from consents c join episode_children f on f.episode_id = c.episode_id
         join episodes e on e.id = c.episode_id and e.closed_at is null
         where f.child_id = $1 and c.decided_by_carer_id = $2 and c.decision in ('given', 'given_in_part')) as gave_consent`,
      [childId, carerId],
    );
    return { gaveConsent: row?.gaveConsent ?? false };
  }

  /** Whom to ring first: the carers in this order, and no others. */
  async orderEmergencyContacts(childId: string, carerIds: readonly string[]): Promise<void> {
    if (!isId(childId)) throw unreachable();
    await assertMayEditFamily(childId);
    const present = await db().findBy(ChildCarer, { childId, endedAt: IsNull() });
    const live = present.map(({ carerId }) => carerId);
    if (new Set(carerIds).size < carerIds.length || carerIds.some((id) => !live.includes(id)))
      throw conflict('Choose people who care for the child now, each only once.');
    // Two steps: a place is free before another person takes it.
    await db().query(
      'update child_carers set emergency_order = null where child_id = $1 and emergency_order is not null',
      [childId],
    );
    await db().query(
      `update child_carers l set emergency_order = array_position($2::uuid[], l.carer_id)
       where l.child_id = $1 and l.ended_at is null
         and l.emergency_order is distinct from array_position($2::uuid[], l.carer_id)`,
      [childId, carerIds],
    );
    await audit('order emergency contacts', 'child', { childId });
  }

  /** The trace, latest first: corrections of what people are to the child, and of the people themselves. */
  changesOf(childId: string): Promise<FamilyChange[]> {
    return query(
      `select c.name, t.field, t.was, t.became, t.reason, t.changed_at,
         case when t.changed_by = any(array(select access.people_of_sensitive_agencies()))
             or ($1::uuid in (select access.hidden_children())
               and t.changed_by = any(array(select access.people_of_location_revealing_agencies())))
           then null else p.name end as changed_by
       from (
         select carer_id, field, was, became, reason, changed_at, changed_by from child_carer_changes where child_id = $1
         union all
         select carer_id, field, was, became, null, changed_at, changed_by from carer_changes
         where carer_id in (select carer_id from child_carers where child_id = $1)) t
       join carers c on c.id = t.carer_id left join practitioners p on p.id = t.changed_by
       order by t.changed_at desc, access.name_order(c.name), t.field limit 100`,
      [childId],
    );
  }

  private async current(childId: string, carerId: string): Promise<ChildCarer> {
    const present =
      isId(childId) && isId(carerId)
        ? await db().findOneBy(ChildCarer, { childId, carerId, endedAt: IsNull() })
        : null;
    if (!present) throw unreachable();
    return present;
  }
}

/** The practitioner who writes the evidence saw it. */
const evidenceSeenBy = (evidence: string | null | undefined): Partial<ChildCarer> =>
  evidence === undefined ? {} : { evidenceSeenBy: evidence ? actor().practitionerId : null };
