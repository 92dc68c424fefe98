import { Injectable } from '@nestjs/common';
import { agencyNameSql, personNameSql } from '#libs/access';
import { BIRTH_COLUMNS, type Birth, isId, query, unreachable } from '#libs/platform';
import { mentions } from './membership.rules.js';

/** A child of an episode, as far as the reader may know of them. */
export interface Member extends Birth {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  /** Null for a child who was there from the beginning. */
  readonly addedAt: Date | null;
  readonly removedAt: Date | null;
  /** Whether what the family agreed, as it counts now, includes the child; null where the ledger is not the reader's to read. */
  readonly isIncluded: boolean | null;
}

/** A child joined or left: when, why, and who recorded it. */
export interface MembershipChange {
  readonly id: string;
  readonly childId: string;
  readonly name: string;
  readonly kind: 'added' | 'removed';
  readonly reason: string;
  readonly happenedOn: string;
  readonly note: string | null;
  readonly by: { readonly name: string; readonly agency: string | null };
  readonly recordedAt: Date;
}

/** Open work whose text names a child. */
export interface WorkAbout {
  readonly safetyConcern: boolean;
  readonly plan: readonly { readonly kind: 'action' | 'outcome'; readonly description: string }[];
}

/** The children for whom an episode is, now and before, each reader's as far as their own policies go. */
@Injectable()
export class MembershipReading {
  members(episodeId: string): Promise<Member[]> {
    return query(MEMBERS, [episodeId]);
  }

  changes(episodeId: string): Promise<MembershipChange[]> {
    return query(CHANGES, [episodeId]);
  }

  /** A child who is in the episode now, and how many others are; 404 when the reader may not know of one. */
  async member(episodeId: string, childId: string): Promise<{ member: Member; others: number }> {
    const current = isId(childId)
      ? (await this.members(episodeId)).filter(({ removedAt }) => !removedAt)
      : [];
    const member = current.find(({ id }) => id === childId);
    if (!member) throw unreachable();
    return { member, others: current.length - 1 };
  }

  /** The children of the same parents and carers who are not in the episode, as far as the reader may know of them. */
  brothersAndSisters(episodeId: string): Promise<{ id: string; givenNames: string; familyName: string }[]> {
    return query(OTHERS, [episodeId]);
  }

  /** What is still open and names the child: settled, or looked at, before the child leaves. */
  async workAbout(episodeId: string, { id, givenNames }: Member): Promise<WorkAbout> {
    const [{ concern }] = (await query<{ concern: boolean }>(CONCERN, [episodeId, id])) as [
      { concern: boolean },
    ];
    const plan = await query<WorkAbout['plan'][number]>(OPEN_WORK, [episodeId]);
    return {
      safetyConcern: concern,
      plan: plan.filter(({ description }) => mentions(description, givenNames)),
    };
  }
}

const MEMBERS = `
  select k.id, k.given_names, k.family_name, ${BIRTH_COLUMNS('k')}, f.added_at, f.removed_at,
    case when exists (select from access.abilities($1) a where a.permission = 'consent.read')
      then f.added_at is null or exists (
        select from consent_children n join access.consent_states w on w.consent_id = n.consent_id and w.episode_id = $1
        where n.child_id = f.child_id and n.episode_id = $1 and w.standing = 'included' and w.state = 'agreed'
          and w.begins >= f.added_at) end as is_included
  from episode_children f join children k on k.id = f.child_id
  where f.episode_id = $1 order by f.removed_at nulls first, f.position`;

const CHANGES = `
  select c.id, c.child_id, btrim(k.given_names || ' ' || k.family_name) as name, c.kind, c.reason, c.happened_on, c.note, c.recorded_at,
    json_build_object('name', ${personNameSql('p.name', 'u.why')}, 'agency', ${agencyNameSql('g.name', 'u.why')}) as by
  from episode_child_changes c join children k on k.id = c.child_id join practitioners p on p.id = c.recorded_by
  left join access.unnamed_people($1) u on u.practitioner_id = p.id
  left join lateral (select o.agency_id from posts o where o.practitioner_id = p.id and o.began_at <= c.recorded_at
    order by o.ended_at is null or o.ended_at > c.recorded_at desc, o.began_at, o.id limit 1) o on true
  left join agencies g on g.id = o.agency_id
  where c.episode_id = $1 order by c.happened_on desc, c.recorded_at desc, c.id desc`;

const OTHERS = `
  select distinct k.id, k.given_names, k.family_name
  from episode_children f
  join child_carers mine on mine.child_id = f.child_id
  join child_carers theirs on theirs.carer_id = mine.carer_id
  join children k on k.id = theirs.child_id
  where f.episode_id = $1 and f.removed_at is null
    and not exists (select from episode_children o where o.episode_id = $1 and o.child_id = k.id and o.removed_at is null)
  order by k.given_names, k.family_name, k.id`;

const CONCERN = `
  select exists (select from safety_concerns where episode_id = $1 and child_id = $2 and answered_at is null) as concern`;

const OPEN_WORK = `
  select 'action' as kind, description from plan_actions where episode_id = $1 and status not in ('done', 'dropped')
  union all
  select 'outcome', description from plan_outcomes where episode_id = $1 and result is null
  order by 1, 2`;
