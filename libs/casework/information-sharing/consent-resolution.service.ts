import { Injectable } from '@nestjs/common';
import { EpisodesService } from '#libs/casework/episodes';
import { actor, db, invalid, invalidField, isId, londonDate, now, query } from '#libs/platform';
import { latestEnd } from './consent-dates.rules.js';
import { type Circumstances, type ConsentDraft, isAgreement } from './consent-draft.js';
import { validateConsent } from './consent.rules.js';
import type { Consent } from './consent.entities.js';
import { SharingSettingsService } from './sharing-settings.service.js';

/** Everything that recording a decision stores, with each default and date worked out. */
export interface ResolvedConsent {
  readonly values: Omit<Consent, 'id' | 'episodeId' | 'recordedBy' | 'recordedAt'>;
  readonly agencies: readonly {
    readonly agencyId: string;
    readonly standing: 'included' | 'refused' | 'excluded';
    readonly tiers: readonly number[];
    readonly topics: readonly string[];
  }[];
  readonly people: readonly {
    readonly practitionerId: string;
    readonly standing: 'excluded' | 'readmitted';
  }[];
  /** Those who joined the episode later and are included. */
  readonly childIds: readonly string[];
  /** Whether agencies read the record by a decision for this purpose. */
  readonly opensRecord: boolean;
}

/** Works out what recording a decision would store, for the page that reads it back and for recording it. */
@Injectable()
export class ConsentResolution {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly settings: SharingSettingsService,
  ) {}

  /** Stores nothing. 422 with errors beside fields, 409 if the episode is closed. */
  async resolve(episodeId: string, draft: ConsentDraft): Promise<ResolvedConsent> {
    await this.episodes.openRecord(episodeId);
    const circumstances = await this.circumstances(episodeId, draft);
    const errors = validateConsent(draft, circumstances);
    if (errors.length > 0) throw invalid(errors);
    await this.assertReferencesExist(draft);
    return {
      childIds: await this.laterChildren(episodeId, draft),
      agencies: agenciesOf(draft),
      people: peopleOf(draft),
      opensRecord: await opensRecord(draft.purpose),
      values: await this.values(episodeId, draft, circumstances),
    };
  }

  private async circumstances(episodeId: string, draft: ConsentDraft): Promise<Circumstances> {
    const child = isId(draft.decidedByChildId) ? draft.decidedByChildId : null;
    const carer = isId(draft.decidedByCarerId) ? draft.decidedByCarerId : null;
    const [row] = (await query<Omit<Circumstances, 'today'>>(CIRCUMSTANCES, [episodeId, child, carer])) as [
      Omit<Circumstances, 'today'>,
    ];
    const { decidingChild, decidingCarer, ...rest } = row;
    return {
      ...rest,
      today: londonDate(now()),
      ...(child ? { decidingChild: decidingChild ?? null } : {}),
      ...(carer ? { decidingCarer: decidingCarer ?? [] } : {}),
    };
  }

  private async assertReferencesExist(draft: ConsentDraft): Promise<void> {
    const agencies = [
      ...(draft.agencies ?? []).map((agency) => agency.agencyId),
      ...(draft.refusedAgencies ?? []),
      ...(draft.excludedAgencies ?? []),
    ];
    const people = [...(draft.excludedPeople ?? []), ...(draft.readmittedPeople ?? [])];
    const agreed = (draft.agencies ?? []).map(({ agencyId }) => agencyId);
    const [existing] = (await query<{ agencies: number; people: number; closed: string | null }>(
      `select (select count(*)::int from agencies where id = any($1::uuid[])) as agencies,
         (select count(*)::int from practitioners where id = any($2::uuid[])) as people,
         (select min(name) from agencies where id = any($3::uuid[]) and ended_on < $4::date) as closed`,
      [agencies, people, agreed, londonDate(now())],
    )) as [{ agencies: number; people: number; closed: string | null }];
    if (existing.agencies !== agencies.length)
      throw invalidField('agencies', 'Select agencies from the directory');
    if (existing.closed)
      throw invalidField('agencies', `${existing.closed} has closed. Ask the family about another agency`);
    if (existing.people !== people.length)
      throw invalidField('excludedPeople', 'Select people from the directory, each only once');
  }

  /** The children who joined later and whom this decision includes. */
  private async laterChildren(episodeId: string, draft: ConsentDraft): Promise<string[]> {
    if (!isAgreement(draft)) return [];
    const { childIds } = draft;
    const there = await query<{ id: string; joinedLater: boolean; isIncluded: boolean }>(MEMBERS, [
      episodeId,
    ]);
    const unknown = childIds?.find((id) => !there.some((child) => child.id === id));
    if (unknown !== undefined) throw invalidField('childIds', 'Select children of this episode');
    return there
      .filter(({ id, joinedLater, isIncluded }) => joinedLater && (childIds?.includes(id) ?? isIncluded))
      .map(({ id }) => id);
  }

  private async values(
    episodeId: string,
    draft: ConsentDraft,
    circumstances: Circumstances,
  ): Promise<ResolvedConsent['values']> {
    const decidedOn = draft.decidedOn ?? circumstances.today;
    const isAgreed = isAgreement(draft);
    const validUntil = isAgreed ? (draft.validUntil ?? latestEnd(draft, circumstances)) : null;
    return {
      purpose: draft.purpose,
      decision: draft.decision,
      decidedBy: draft.decidedBy ?? null,
      decidedByChildId: draft.decidedByChildId ?? null,
      decidedByCarerId: draft.decidedByCarerId ?? null,
      capacity: draft.capacity ?? null,
      competence: draft.competence ?? null,
      competenceNote: draft.competenceNote ?? null,
      competenceAssessor: draft.competenceAssessor ?? (draft.competence ? actor().name : null),
      competenceAssessedOn: draft.competenceAssessedOn ?? (draft.competence ? decidedOn : null),
      childAsked: draft.childAsked ?? null,
      whoDisagreed: draft.whoDisagreed ?? null,
      reasonNotYoungPerson: draft.reasonNotYoungPerson ?? null,
      reasonContraryToChild: draft.reasonContraryToChild ?? null,
      consentingAdult: draft.consentingAdult ?? null,
      otherParentObjects: draft.otherParentObjects ?? null,
      interpreter: draft.interpreter ?? null,
      explainedHow: draft.explainedHow ?? null,
      explainedLanguage: draft.explainedLanguage ?? null,
      leafletVersion: draft.leafletVersion ?? null,
      questionsAsked: draft.questionsAsked ?? null,
      askedAt: draft.askedAt ?? null,
      limitsExplained: draft.limitsExplained ?? false,
      form: draft.form ?? null,
      witness: draft.witness ?? null,
      indexAgreed: isAgreed && (draft.indexAgreed ?? false),
      lawfulBasis: draft.lawfulBasis ?? (await this.settings.basisOf(circumstances.openingAgencyId)),
      note: draft.note ?? null,
      decidedOn,
      reviewOn:
        draft.reviewOn ?? (validUntil ? await this.renewalDate(episodeId, decidedOn, validUntil) : null),
      validUntil,
    };
  }

  /** Renewal is due at the next review after this day, or when the agreement ends if there is no review before. */
  private async renewalDate(episodeId: string, decidedOn: string, validUntil: string): Promise<string> {
    const { nextReviewOn } = await this.episodes.record(episodeId);
    return nextReviewOn && nextReviewOn > decidedOn && nextReviewOn < validUntil ? nextReviewOn : validUntil;
  }
}

async function opensRecord(purpose: string): Promise<boolean> {
  const rows = await db().query('select from consent_purposes where purpose = $1 and opens_record', [
    purpose,
  ]);
  return (rows as unknown[]).length > 0;
}

function agenciesOf(draft: ConsentDraft): ResolvedConsent['agencies'] {
  const closed = (standing: 'refused' | 'excluded', ids: readonly string[] = []) =>
    ids.map((agencyId) => ({ agencyId, standing, tiers: [], topics: [] }));
  return [
    ...(draft.agencies ?? []).map(({ agencyId, tiers, topics = [] }) => ({
      agencyId,
      standing: 'included' as const,
      tiers: tiers.map((tier) => Number(tier.slice(1))),
      topics: [...topics],
    })),
    ...closed('refused', draft.refusedAgencies),
    ...closed('excluded', draft.excludedAgencies),
  ];
}

/** The recording practitioner's own exclusion comes last: after it they can add nothing. */
function peopleOf({ excludedPeople = [], readmittedPeople = [] }: ConsentDraft): ResolvedConsent['people'] {
  const row = (standing: 'excluded' | 'readmitted') => (practitionerId: string) => ({
    practitionerId,
    standing,
  });
  const isMe = (id: string): boolean => id === actor().practitionerId;
  return [
    ...readmittedPeople.map(row('readmitted')),
    ...[...excludedPeople.filter((id) => !isMe(id)), ...excludedPeople.filter(isMe)].map(row('excluded')),
  ];
}

const bornSql = `case when k.born_earliest is not null
    then json_build_object('earliest', k.born_earliest, 'latest', k.born_latest) end`;
const MEMBERS = `
  select f.child_id as id, f.added_at is not null as joined_later, exists (select from consent_children n
    where n.child_id = f.child_id and n.consent_id = (select c.id from consents c
      where c.episode_id = $1 and c.recorded_at >= f.added_at order by c.recorded_at desc, c.id desc limit 1)) as is_included
  from episode_children f where f.episode_id = $1 and f.removed_at is null`;

const CIRCUMSTANCES = `
  select e.opening_agency_id,
    (select coalesce(json_agg(${bornSql}), '[]') from episode_children f
      join children k on k.id = f.child_id where f.episode_id = e.id and f.removed_at is null
        and k.id <> all(array(select access.dead_children()))) as births,
    (select json_build_object('born', ${bornSql}) from episode_children f
      join children k on k.id = f.child_id where f.episode_id = e.id and f.removed_at is null and k.id = $2) as deciding_child,
    (select json_agg(l.parental_responsibility) from episode_children f
      join child_carers l on l.child_id = f.child_id and l.ended_on is null
      where f.episode_id = e.id and f.removed_at is null and l.carer_id = $3) as deciding_carer,
    (select coalesce(json_agg(json_build_object('agencyId', w.agency_id, 'standing', w.standing, 'tiers', w.tiers,
      'topics', w.topics)), '[]') from access.child_decisions(e.id) w) as child_decisions
  from episodes e where e.id = $1`;
