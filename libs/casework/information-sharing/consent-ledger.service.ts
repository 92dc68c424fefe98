import { Injectable } from '@nestjs/common';
import { permitOn, personNameSql } from '#libs/access';
import { isId, londonDate, now, db, unreachable } from '#libs/platform';

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
  readonly adultsWord: string | null;
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

/** Reading the ledger: every decision of the family, and what applies now. */
@Injectable()
export class ConsentLedgerService {
  async entries(episodeId: string): Promise<LedgerEntry[]> {
    await permitOn(episodeId, 'consent.read', 'see consent');
    return db().query(`${ENTRY} where c.episode_id = $1 order by c.recorded_at desc, c.id desc`, [
      episodeId,
      now(),
    ]);
  }

  async entry(consentId: string): Promise<LedgerEntry> {
    const rows = isId(consentId)
      ? ((await db().query(`${ENTRY} where c.id = $1`, [consentId, now()])) as LedgerEntry[])
      : [];
    if (!rows[0]) throw unreachable();
    return rows[0];
  }

  async standing(episodeId: string): Promise<Standing[]> {
    await permitOn(episodeId, 'consent.read', 'see consent');
    const rows = (await db().query(STANDING, [episodeId, now()])) as (Omit<Standing, 'state'> &
      DecisionRow)[];
    return rows.map(({ decision, standing, withdrawn, refusedSince, ...row }) => {
      const state = stateOf({ decision, standing, withdrawn, refusedSince, until: row.until });
      return { ...row, state, ...(state === 'agreed' ? {} : { tiers: [], topics: [] }) };
    });
  }
}

interface DecisionRow {
  readonly decision: string;
  readonly standing: string;
  readonly withdrawn: boolean;
  readonly refusedSince: boolean;
  readonly until: string | null;
}

function stateOf({ standing, withdrawn, refusedSince, until }: DecisionRow): Standing['state'] {
  if (standing === 'excluded') return 'excluded';
  if (standing === 'refused' || refusedSince) return 'refused';
  if (withdrawn) return 'withdrawn';
  return until !== null && until < londonDate(now()) ? 'expired' : 'agreed';
}

const OPENS = `c.purpose in (select purpose from consent_purposes where opens_record)`;
const REFUSED_ALL = `exists (select from consents r where r.episode_id = c.episode_id and r.decision = 'refused' and r.id <> c.id
    and r.recorded_at >= c.recorded_at and r.recorded_at <= $2
    and (r.purpose in (select purpose from consent_purposes where opens_record) or (r.purpose = 'panel_referral' and c.purpose = r.purpose))
    and access.agencies_in_consent(r.id) = 0)`;

const ENTRY = `
  select c.id, c.episode_id as "episodeId", c.purpose, c.decision, c.decided_by as "decidedBy", c.capacity, c.competence,
    c.competence_note as "competenceNote", c.competence_assessor as "competenceAssessor",
    c.competence_assessed_on as "competenceAssessedOn", c.decided_by_child_id as "decidedByChildId",
    c.decided_by_carer_id as "decidedByCarerId", c.child_asked as "childAsked", c.who_disagreed as "whoDisagreed",
    c.reason_not_young_person as "reasonNotYoungPerson", c.reason_contrary_to_child as "reasonContraryToChild",
    c.adults_word as "adultsWord", c.leaflet_version as "leafletVersion", c.questions_asked as "questionsAsked",
    c.asked_at as "askedAt", c.form, c.witness, c.review_on as "reviewOn",
    c.decided_on as "decidedOn", c.valid_until as "validUntil", c.index_agreed as "indexAgreed",
    c.limits_explained as "limitsExplained", c.explained_how as "explainedHow", c.explained_language as "explainedLanguage",
    c.interpreter, c.other_parent_objects as "otherParentObjects", c.lawful_basis as "lawfulBasis", c.note,
    c.recorded_at as "recordedAt", ${personNameSql('p.name', 'u.why')} as "recordedBy",
    access.agencies_in_consent(c.id) - (select count(*)::int from consent_agencies a where a.consent_id = c.id) as "unnamedAgencies",
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'standing', a.standing, 'tiers', a.tiers, 'topics', a.topics)
      order by g.name) from consent_agencies a join agencies g on g.id = a.agency_id where a.consent_id = c.id), '[]') as agencies,
    coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'standing', x.standing) order by w.name)
      from consent_people x join practitioners w on w.id = x.practitioner_id where x.consent_id = c.id), '[]') as people,
    coalesce((select json_agg(json_build_object('id', w.id, 'agency', g.name, 'withdrawnBy', w.withdrawn_by, 'withdrawnAt', w.withdrawn_at,
      'safeguardingConcern', w.safeguarding_concern,
      'safeguardingNote', case when c.episode_id = any(array(select access.may('record.read'))) then w.safeguarding_note end, 'recordedByMe', w.recorded_by = access.me(),
      'signedOff', (select json_build_object('by', o.name, 'at', s.signed_at, 'note', s.note)
        from withdrawal_sign_offs s join practitioners o on o.id = s.signed_by where s.withdrawal_id = w.id))
      order by w.withdrawn_at) from consent_withdrawals w left join agencies g on g.id = w.agency_id where w.consent_id = c.id), '[]') as withdrawals,
    case
      when c.decision in ('refused', 'not_sought') then c.decision
      when exists (select from consent_withdrawals w where w.consent_id = c.id and w.agency_id is null and w.withdrawn_at <= $2) then 'withdrawn'
      when ${REFUSED_ALL} then 'superseded'
      when c.valid_until < platform.london_date($2) then 'expired'
      when exists (select from consent_agencies a where a.consent_id = c.id) and not exists (
        select from consent_agencies a where a.consent_id = c.id and not exists (
          select from consent_agencies b join consents l on l.id = b.consent_id
          where b.agency_id = a.agency_id and l.episode_id = c.episode_id and (l.recorded_at, l.id) > (c.recorded_at, c.id)
            and (b.standing = 'excluded' or (l.purpose = 'panel_referral') = (c.purpose = 'panel_referral'))))
        then 'superseded'
      else 'live' end as state
  from consents c join practitioners p on p.id = c.recorded_by
  left join lateral access.unnamed_people(c.episode_id) u on u.practitioner_id = p.id`;

const STANDING = `
  select distinct on (a.agency_id) json_build_object('id', g.id, 'name', g.name) as agency, c.id as "consentId", c.decision,
    a.standing, a.tiers, a.topics, c.decided_by as "decidedBy", c.decided_on as "decidedOn", c.valid_until as until,
    exists (select from consent_withdrawals w where w.consent_id = c.id and (w.agency_id is null or w.agency_id = a.agency_id)
      and w.withdrawn_at <= $2) as withdrawn,
    ${REFUSED_ALL} as "refusedSince"
  from consent_agencies a join consents c on c.id = a.consent_id join agencies g on g.id = a.agency_id
  where a.episode_id = $1 and (${OPENS} or a.standing = 'excluded') and c.recorded_at <= $2
  order by a.agency_id, c.recorded_at desc, c.id desc`;
