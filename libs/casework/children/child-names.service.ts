import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  conflict,
  db,
  forbidden,
  invalid,
  isId,
  londonDate,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { type ChildNameKind, fullName, type NameParts, type SealReason } from '#libs/terms';
import { ChildName } from './child-name.entity.js';
import { validateDetails, validateFurtherName } from './child.rules.js';

export interface ChildNameDraft extends Partial<NameParts> {
  readonly kind: ChildNameKind;
  readonly validFrom?: string | null;
  readonly validUntil?: string | null;
}
/** What becomes of a name that the child no longer has: found as a former name, sealed, or dropped as a mistake. */
export type FormerName = { readonly as: 'keep' | 'correct' } | ({ readonly as: 'seal' } & Sealing);

export interface Sealing {
  readonly reason: SealReason;
  /** Names that have a part of the sealed one and may still be found; all others that have are sealed with it. */
  readonly stillFound?: readonly string[] | undefined;
}

const MOST_NAMES = 50;

/** Further names by which a child is found, or must no longer be. */
@Injectable()
export class ChildNamesService {
  /** The names that this reader may see, present ones first; sealed ones only for those who answer for the record. */
  namesOf(childId: string): Promise<ChildName[]> {
    return query(
      `select id, child_id, kind, given_names, family_name, valid_from, valid_until, recorded_by, recorded_at,
         sealed_by, sealed_at, seal_reason
       from child_names where child_id = $1
       order by sealed_at is not null, valid_until desc nulls first, recorded_at, id`,
      [childId],
    );
  }

  async addName(childId: string, draft: ChildNameDraft): Promise<string> {
    await this.assertMayEdit(childId);
    const { values, errors } = validateDetails(draft);
    const all = [...errors, ...validateFurtherName(values, londonDate(now()))];
    if (all.length > 0) throw invalid(all);
    const recorded = await this.namesOf(childId);
    assertIsNew(values, recorded);
    if (recorded.length >= MOST_NAMES)
      throw conflict(`A child can have ${MOST_NAMES} other names. Seal or correct one that is recorded.`);
    const id = await this.insert(childId, values);
    await audit('add name', 'child name', { childId, subjectId: id });
    return id;
  }

  /**
   * Other names, not sealed, that have a part of this one which the present name does not have: once this one is sealed,
   * they would still tell it.
   */
  async namesTellingOf(childId: string, name: NameParts, present: NameParts): Promise<ChildName[]> {
    if (!isId(childId)) throw unreachable();
    const rows = await query<{ id: string }>('select access.names_telling_of($1, $2, $3) as id', [
      childId,
      fullName(name),
      fullName(present),
    ]);
    const telling = new Set(rows.map(({ id }) => id));
    return (await this.namesOf(childId)).filter(
      (one) => telling.has(one.id) && fullName(one) !== fullName(name),
    );
  }

  /** From now on the name is neither found nor shown, nor are names that tell it; this cannot be undone. */
  async sealName(childId: string, nameId: string, sealing: Sealing): Promise<void> {
    await this.assertMayEdit(childId);
    const name = isId(nameId) ? await db().findOneBy(ChildName, { id: nameId, childId }) : null;
    if (!name) throw unreachable();
    if (name.sealedAt) throw conflict('This name is sealed already.');
    await this.sealWithOthers(name, sealing);
  }

  /** Keeps or seals the name that the child had until today. */
  async replaceName(childId: string, former: NameParts, decision: FormerName): Promise<void> {
    if (decision.as === 'correct') return;
    await this.insert(childId, { kind: 'former', ...former, validUntil: londonDate(now()) });
    if (decision.as === 'seal') await this.sealWithOthers({ childId, ...former }, decision);
  }

  /** However often the same name is recorded, and names with a part of it: one left unsealed would still find the child. */
  private async sealWithOthers(name: NameParts & { childId: string }, { reason, stillFound = [] }: Sealing) {
    const rows = await query<{ id: string }>(
      `select n.id from child_names n join children k on k.id = n.child_id where n.child_id = $1 and n.sealed_at is null
         and (access.same_name(n.given_names || ' ' || n.family_name) = access.same_name($2)
           or (n.id = any(array(select access.names_telling_of($1, $2, k.given_names || ' ' || k.family_name)))
             and not n.id = any($3::uuid[])))
       order by n.recorded_at, n.id`,
      [name.childId, fullName(name), stillFound],
    );
    for (const { id } of rows) {
      const sealed = { sealedBy: actor().practitionerId, sealedAt: now(), sealReason: reason };
      await db().update(ChildName, { id }, sealed);
      await audit('seal name', 'child name', {
        childId: name.childId,
        subjectId: id,
        detail: { reason },
      });
    }
  }

  private async insert(childId: string, draft: ChildNameDraft): Promise<string> {
    const id = newId();
    await db().insert(ChildName, {
      id,
      childId,
      kind: draft.kind,
      givenNames: draft.givenNames ?? '',
      familyName: draft.familyName ?? '',
      validFrom: draft.validFrom ?? null,
      validUntil: draft.validUntil ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    return id;
  }

  private async assertMayEdit(childId: string): Promise<void> {
    if (!isId(childId)) throw unreachable();
    const [row] = await query<{ may: boolean }>(
      "select $1::uuid in (select access.may_child('family.edit')) as may",
      [childId],
    );
    if (!row!.may) throw forbidden('You cannot change this record. Ask the lead professional.');
  }
}

/** A second press adds nothing, and a sealed name that this person can see is not made findable again. */
function assertIsNew(draft: ChildNameDraft, recorded: readonly ChildName[]): void {
  const { kind, givenNames = '', familyName = '' } = draft;
  const same = recorded.filter((one) => fullName(one) === fullName({ givenNames, familyName }));
  if (same.some(({ sealedAt }) => sealedAt !== null))
    throw conflict('This name is sealed: it must not be found or shown.');
  if (
    same.some(
      (one) =>
        one.kind === kind &&
        one.validFrom === (draft.validFrom ?? null) &&
        one.validUntil === (draft.validUntil ?? null),
    )
  )
    throw conflict('This name is already recorded.');
}
