import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { actor, londonDate, newId, now, db } from '#libs/platform';
import type { RenewalCause } from '#libs/terms';
import { ConsentReask } from './consent-renewal.entities.js';
import {
  type Ending,
  endings,
  type LiveAgreement,
  renewalSentence,
  type RenewalFact,
} from './consent-renewal.rules.js';

/** A reason to ask the family again, with its sentence. */
interface RenewalPrompt extends RenewalFact {
  readonly sentence: string;
}

/** Consent renewal: an agreement ends, a child turns 12, 16 or 18, a child joined, or who may decide has changed. */
@Injectable()
export class ConsentRenewalService {
  constructor(private readonly episodes: EpisodesService) {}

  /**
   * Agreements of these episodes that end within thirty days, the soonest first, and other reasons to ask the families
   * again.
   */
  async due(episodeIds: readonly string[]): Promise<{ endings: Ending[]; prompts: RenewalPrompt[] }> {
    const today = londonDate(now());
    const [{ live, facts }] = (await db().query(DUE, [episodeIds, today])) as [
      { live: LiveAgreement[]; facts: RenewalFact[] },
    ];
    return {
      endings: endings(live, today),
      prompts: facts.map((fact) => ({ ...fact, sentence: renewalSentence(fact, today) })),
    };
  }

  /** Notes that who may decide has changed: the family is asked again before any new sharing. */
  async noteChange(episodeId: string, cause: RenewalCause, note: string | null): Promise<string> {
    await permitOn(episodeId, 'consent.record', 'record a change in parental responsibility');
    await this.episodes.openRecord(episodeId);
    const id = newId();
    await db().insert(ConsentReask, {
      id,
      episodeId,
      cause,
      note,
      notedBy: actor().practitionerId,
      notedAt: now(),
    });
    await audit('note change of decider', 'consent', { episodeId, subjectId: id, detail: { cause } });
    return id;
  }
}

/**
 * For each child the latest such birthday after which no decision involved them; noted changes and children who joined
 * without a later decision. Where the day of birth is not
 * known, the family is asked from the earliest possible birthday.
 */
const PROMPTS = `
  (select distinct on (f.episode_id, f.position) f.episode_id as "episodeId", 'age' as cause, a.age, coalesce(nullif(k.given_names, ''), k.family_name) as name,
     access.birthday(k.born_earliest, a.age)::text as "on", access.birthday(k.born_latest, a.age) <= $2::date as certain
   from episode_children f
   join episodes e on e.id = f.episode_id and e.closed_at is null
   join children k on k.id = f.child_id and k.born_earliest is not null
   cross join (values (12), (16), (18)) a (age)
   where f.episode_id = any($1) and f.removed_at is null
     and k.id <> all(array(select access.dead_children()))
     and access.birthday(k.born_earliest, a.age) <= $2::date + case a.age when 18 then 30 else 0 end
     and exists (select from consents c where c.episode_id = f.episode_id
       and c.decided_on < access.birthday(k.born_earliest, a.age))
     and not exists (select from consents c where c.episode_id = f.episode_id
       and c.decided_on >= access.birthday(k.born_earliest, a.age)
       and (c.capacity in ('child', 'adult') or (a.age < 18 and c.child_asked)))
   order by f.episode_id, f.position, a.age desc)
  union all
  (select distinct on (r.episode_id, r.cause) r.episode_id, r.cause, null, null,
     platform.london_date(r.noted_at)::text, true
   from consent_reasks r join episodes e on e.id = r.episode_id and e.closed_at is null
   where r.episode_id = any($1)
     and not exists (select from consents c where c.episode_id = r.episode_id and c.recorded_at > r.noted_at
       and c.decision <> 'not_sought')
   order by r.episode_id, r.cause, r.noted_at desc)
  union all
  (select f.episode_id, 'child_added', null, k.given_names, platform.london_date(f.added_at)::text, true
   from episode_children f
   join episodes e on e.id = f.episode_id and e.closed_at is null
   join children k on k.id = f.child_id
   where f.episode_id = any($1) and f.added_at is not null and f.removed_at is null
     and exists (select from consents c where c.episode_id = f.episode_id and c.recorded_at < f.added_at)
     and not exists (select from consents c where c.episode_id = f.episode_id and c.recorded_at > f.added_at
       and c.decision <> 'not_sought')
     and k.id <> all(array(select access.dead_children())))`;

const DUE = `
  select (select coalesce(json_agg(json_build_object('episodeId', l.episode_id, 'consentId', l.consent_id,
      'validUntil', l.valid_until, 'agencies', l.agencies)), '[]') from access.live_agreements($1) l
      where access.is_for_the_living(l.episode_id)) as live,
    (select coalesce(json_agg(p), '[]') from (${PROMPTS}) p) as facts`;
