import { Injectable } from '@nestjs/common';
import { type Abilities, abilitiesOn, agencyNameSql, type UnnamedInvolved } from '#libs/access';
import { type Birth, birthSql, daysBetween, londonDate, now, unreachable, query } from '#libs/platform';
import type { UnnamedAgency } from '#libs/terms';
import { EpisodeVisits } from './episode-visits.js';

interface ChildOnEpisode extends Birth {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly hasDied: boolean;
}
interface LeadOnEpisode {
  readonly id: string;
  readonly name: string;
  readonly telephone: string | null;
  readonly agency: { readonly id: string; readonly name: string };
  readonly since: Date;
}

/** Recorded agreements, agencies with whom the record is shared now, and the earliest end date. */
export interface SharingSummary {
  readonly agreements: number;
  readonly agencies: number;
  readonly until: string | null;
}

/** An episode as the reader may see it: fields above their tiers are null. */
export interface EpisodeView {
  readonly id: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly open: boolean;
  readonly children: readonly ChildOnEpisode[];
  readonly lead: LeadOnEpisode | null;
  /** There is a lead who is not named to this reader, and why. */
  readonly leadUnnamed: UnnamedAgency | null;
  /** Days without a lead, from the last one or from opening; null while there is one, and after closure. */
  readonly vacancyDays: number | null;
  readonly record: {
    readonly status: string;
    readonly reason: string;
    readonly referralSource: string | null;
    readonly presentingNeeds: string[];
    readonly longTerm: boolean;
    readonly level: { readonly number: number; readonly name: string } | null;
    readonly nextReviewOn: string | null;
    readonly lastContactOn: string | null;
    /** The next planned meeting, or the date that the latest one agreed for the next. */
    readonly nextMeetingOn: string | null;
    readonly version: number;
  } | null;
  /** Without its id where the agency may not be named to this reader. */
  readonly openingAgency: { readonly id: string | null; readonly name: string } | null;
  /** How many agencies work with the family, or may know of it, that are not named to this reader. */
  readonly unnamedInvolved: UnnamedInvolved;
  /** The family's agreement in numbers; zeros for a reader without access to the ledger. */
  readonly sharing: SharingSummary;
  readonly mayAskInEmergency: boolean;
  /** There is an open safety concern that this reader may know of. */
  readonly hasSafetyConcern: boolean;
  /** This reader's previous visit; null on the first. */
  readonly lastVisitedAt: Date | null;
  readonly abilities: Abilities;
}

/** Opening an episode to read it. Every visit is recorded. */
@Injectable()
export class EpisodeViewService {
  constructor(private readonly visits: EpisodeVisits) {}

  /** What this reader may see of the episode; 404 out of reach. `part` names the part opened, for the access log. */
  async look(episodeId: string, part = 'episode'): Promise<EpisodeView> {
    const abilities = await abilitiesOn(episodeId);
    abilities.permit('episode.read');
    const view = await this.toView(episodeId, abilities);
    await this.visits.recordVisit(`read ${part}`, abilities);
    return view;
  }

  private async toView(episodeId: string, abilities: Abilities): Promise<EpisodeView> {
    const [row] = await query<EpisodeRow>(EPISODE, [episodeId]);
    if (!row) throw unreachable();
    const { vacantSince, openingAgency, unnamedInvolved, ...episode } = row;
    return {
      ...episode,
      open: row.closedAt === null,
      openingAgency: row.record ? openingAgency : null,
      unnamedInvolved: { ...NONE_UNNAMED, ...unnamedInvolved },
      vacancyDays:
        row.lead || row.leadUnnamed || row.closedAt
          ? null
          : daysBetween(londonDate(vacantSince), londonDate(now())),
      abilities,
    };
  }
}

const NONE_UNNAMED: UnnamedInvolved = { sensitive: 0, protected: 0 };

type EpisodeRow = Omit<EpisodeView, 'open' | 'vacancyDays' | 'abilities' | 'unnamedInvolved'> & {
  readonly vacantSince: Date;
  readonly unnamedInvolved: Partial<UnnamedInvolved> | null;
};

// A meeting that was planned since goes before the date that was agreed at the latest one held.
const NEXT_MEETING = `
  select coalesce(
    (select min(platform.london_date(t.starts_at)) from tac_meetings t
      where t.episode_id = $1 and t.status = 'planned' and t.starts_at > platform.now()),
    (select l.next_meeting_on from (select t.next_meeting_on from tac_meetings t
      where t.episode_id = $1 and t.status = 'held' order by t.starts_at desc, t.recorded_at desc limit 1) l
      where l.next_meeting_on >= platform.london_date(platform.now())))`;

const EPISODE = `
  select e.id, e.opened_at, e.closed_at,
    (select coalesce(json_agg(json_build_object('id', k.id, 'givenNames', k.given_names, 'familyName', k.family_name, 'sex', k.sex,
        ${birthSql('k')},
        'hasDied', k.id = any(array(select access.dead_children()))) order by f.position), '[]')
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = e.id) as children,
    (select json_build_object('id', p.id, 'name', p.name, 'telephone', p.telephone, 'since', a.began_at,
        'agency', json_build_object('id', g.id, 'name', g.name))
      from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id
      where a.episode_id = e.id and a.ended_at is null) as lead,
    (select u.why from access.unnamed_leads() u where u.episode_id = e.id limit 1) as lead_unnamed,
    coalesce((select max(a.ended_at) from lead_professional_appointments a where a.episode_id = e.id), e.opened_at) as vacant_since,
    (select json_build_object('id', case when v.why is null then o.id end, 'name', ${agencyNameSql('o.name', 'v.why')})
      from (select 1) x left join access.unnamed_agencies($1) v on v.agency_id = o.id limit 1) as opening_agency,
    (select json_build_object('status', r.status, 'reason', r.reason, 'referralSource', r.referral_source,
        'presentingNeeds', r.presenting_needs, 'longTerm', r.long_term, 'nextReviewOn', r.next_review_on,
        'lastContactOn', r.last_contact_on, 'version', r.version, 'nextMeetingOn', (${NEXT_MEETING}),
        'level', (select json_build_object('number', l.number, 'name', l.name) from levels_of_need l where l.number = r.level))
      from episode_records r where r.episode_id = e.id) as record,
    (select json_object_agg(u.why, u.agencies) from access.unnamed_involved($1) u) as unnamed_involved,
    (select json_build_object('agreements', (select count(*)::int from consents c where c.episode_id = $1),
      'agencies', access.count_agencies_agreed($1),
      'until', (select min(l.valid_until)::text from access.live_agreements(array[$1::uuid]) l))) as sharing,
    access.may_ask_in_emergency($1) as may_ask_in_emergency,
    exists (select from safety_concerns s where s.episode_id = $1 and s.answered_at is null) as has_safety_concern,
    (select v.visited_at from episode_visits v where v.episode_id = $1) as last_visited_at
  from episodes e join agencies o on o.id = e.opening_agency_id
  where e.id = $1`;
