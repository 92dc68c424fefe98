import { Injectable } from '@nestjs/common';
import { permitOn, personNameSql } from '#libs/access';
import { isId, query, unreachable } from '#libs/platform';

interface LedgerAgency {
  readonly id: string;
  readonly name: string;
  readonly standing: 'included' | 'refused' | 'excluded';
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
}
export interface LedgerEntry {
  readonly id: string;
  readonly episodeId: string;
  readonly purpose: string;
  readonly decision: string;
  readonly decidedBy: string | null;
  readonly capacity: string | null;
  readonly competence: string | null;
  readonly competenceNote: string | null;
  readonly competenceAssessor: string | null;
  readonly competenceAssessedOn: string | null;
  readonly decidedByChildId: string | null;
  readonly decidedByCarerId: string | null;
  readonly childAsked: boolean | null;
  readonly whoDisagreed: string | null;
  readonly reasonNotYoungPerson: string | null;
  readonly reasonContraryToChild: string | null;
  readonly consentingAdult: string | null;
  readonly leafletVersion: string | null;
  readonly questionsAsked: string | null;
  readonly askedAt: string | null;
  readonly form: string | null;
  readonly witness: string | null;
  readonly reviewOn: string | null;
  readonly decidedOn: string;
  readonly validUntil: string | null;
  readonly indexAgreed: boolean;
  readonly limitsExplained: boolean;
  readonly explainedHow: string | null;
  readonly explainedLanguage: string | null;
  readonly interpreter: string | null;
  readonly otherParentObjects: boolean | null;
  readonly lawfulBasis: string | null;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly agencies: readonly LedgerAgency[];
  /** How many agencies this decision covers that are not named to this reader. */
  readonly unnamedAgencies: number;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly standing: 'excluded' | 'readmitted';
  }[];
  readonly withdrawals: readonly {
    readonly id: string;
    readonly agency: string | null;
    readonly withdrawnBy: string;
    readonly withdrawnAt: string;
    readonly safeguardingConcern: boolean;
    /** The follow-up of the concern; null to a reader without access to the record itself. */
    readonly safeguardingNote: string | null;
    /** The manager's review of the concern; null before it. */
    readonly signedOff: { readonly by: string; readonly at: string; readonly note: string } | null;
    readonly recordedByMe: boolean;
  }[];
  readonly state: 'live' | 'superseded' | 'withdrawn' | 'expired' | 'refused' | 'not_sought';
}
/** What applies to one agency now: the family's latest decision. */
export interface Standing {
  readonly agency: { readonly id: string; readonly name: string };
  readonly consentId: string;
  readonly state: 'agreed' | 'refused' | 'excluded' | 'withdrawn' | 'expired';
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
  readonly decidedBy: string | null;
  readonly decidedOn: string;
  readonly until: string | null;
}

/** The last thing that happened to the family's decisions. */
export interface LatestChange {
  readonly id: string;
  readonly kind: 'decision' | 'withdrawal';
  readonly by: string;
  readonly at: Date;
}

/** Reading the ledger: every decision of the family, and what applies now. */
@Injectable()
export class ConsentLedgerService {
  async entries(episodeId: string): Promise<LedgerEntry[]> {
    await permitOn(episodeId, 'consent.read', 'see consent');
    return query<LedgerEntry>(`${ENTRY} where c.episode_id = $1 order by c.recorded_at desc, c.id desc`, [
      episodeId,
    ]);
  }

  async entry(consentId: string): Promise<LedgerEntry> {
    const [entry] = isId(consentId) ? await query<LedgerEntry>(`${ENTRY} where ${ONE}`, [consentId]) : [];
    if (!entry) throw unreachable();
    return entry;
  }

  async standing(episodeId: string): Promise<Standing[]> {
    await permitOn(episodeId, 'consent.read', 'see consent');
    return query<Standing>(STANDING, [episodeId]);
  }

  /** The latest decision or withdrawal; null before the first. */
  async latestChange(episodeId: string): Promise<LatestChange | null> {
    await permitOn(episodeId, 'consent.read', 'see consent');
    const [latest] = await query<LatestChange>(LATEST, [episodeId]);
    return latest ?? null;
  }

  /**
   * For the page that a family is given: the agencies and people of this decision whose names no paper has (sensitive
   * services and, under a shield, places), and whether agencies read the record by it.
   */
  async paperOf(consentId: string): Promise<{ keptOff: ReadonlySet<string>; opensRecord: boolean }> {
    const [row] = await query<{ keptOff: string[]; opensRecord: boolean }>(PAPER, [consentId]);
    return { keptOff: new Set(row?.keptOff), opensRecord: row?.opensRecord ?? false };
  }
}

const ENTRY = `
  select c.id, c.episode_id, c.purpose, c.decision, c.decided_by, c.capacity, c.competence, c.competence_note,
    c.competence_assessor, c.competence_assessed_on, c.decided_by_child_id, c.decided_by_carer_id,
    c.child_asked, c.who_disagreed, c.reason_not_young_person, c.reason_contrary_to_child, c.consenting_adult,
    c.leaflet_version, c.questions_asked, c.asked_at, c.form, c.witness, c.review_on, c.decided_on,
    c.valid_until, c.index_agreed, c.limits_explained, c.explained_how, c.explained_language,
    c.interpreter, c.other_parent_objects, c.lawful_basis,
    c.note, c.recorded_at, ${personNameSql('p.name', 'u.why')} as recorded_by,
    access.agencies_in_consent(c.id) - (select count(*)::int from consent_agencies a where a.consent_id = c.id) as unnamed_agencies,
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'standing', a.standing, 'tiers', a.tiers, 'topics', a.topics)
      order by access.name_order(g.name)) from consent_agencies a join agencies g on g.id = a.agency_id where a.consent_id = c.id), '[]') as agencies,
    coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'standing', x.standing) order by access.name_order(w.name))
      from consent_people x join practitioners w on w.id = x.practitioner_id where x.consent_id = c.id), '[]') as people,
    coalesce((select json_agg(json_build_object('id', w.id, 'agency', g.name, 'withdrawnBy', w.withdrawn_by, 'withdrawnAt', w.withdrawn_at,
      'safeguardingConcern', w.safeguarding_concern,
      'safeguardingNote', case when c.episode_id = any(array(select access.may('record.read'))) then w.safeguarding_note end, 'recordedByMe', w.recorded_by = access.me(),
      'signedOff', (select json_build_object('by', o.name, 'at', s.signed_at, 'note', s.note)
        from withdrawal_sign_offs s join practitioners o on o.id = s.signed_by where s.withdrawal_id = w.id))
      order by w.withdrawn_at) from consent_withdrawals w left join agencies g on g.id = w.agency_id where w.consent_id = c.id), '[]') as withdrawals,
    t.state
  from consents c join access.ledger_states t on t.episode_id = c.episode_id and t.consent_id = c.id
  join practitioners p on p.id = c.recorded_by
  left join lateral access.unnamed_people(c.episode_id) u on u.practitioner_id = p.id`;

/** Named with its episode, because the state of a decision depends on the others of its episode. */
const ONE = 'c.id = $1 and c.episode_id = (select o.episode_id from consents o where o.id = $1)';

const PAPER = `
  select array(select k.id from access.kept_off_paper(c.id) k (id)) as kept_off, p.opens_record
  from consents c join consent_purposes p on p.purpose = c.purpose where c.id = $1`;

const LATEST = `
  select x.id, x.kind, x.at, ${personNameSql('p.name', 'u.why')} as by
  from (select c.id, 'decision' as kind, c.recorded_at as at, c.recorded_by as person from consents c where c.episode_id = $1
    union all
    select w.id, 'withdrawal', w.withdrawn_at, w.recorded_by from consent_withdrawals w where w.episode_id = $1) x
  join practitioners p on p.id = x.person
  left join lateral access.unnamed_people($1) u on u.practitioner_id = p.id
  order by x.at desc, x.id desc limit 1`;

const STANDING = `
  select json_build_object('id', g.id, 'name', g.name) as agency, s.consent_id,
    case when s.state = 'agreed' then s.tiers else '{}' end as tiers,
    case when s.state = 'agreed' then s.topics else '{}' end as topics,
    c.decided_by, c.decided_on, c.valid_until as until, s.state
  from access.consent_states s join consents c on c.id = s.consent_id join agencies g on g.id = s.agency_id
  where s.episode_id = $1 and s.class = 'record' and s.state not in ('upcoming', 'replaced')
  order by s.agency_id`;
