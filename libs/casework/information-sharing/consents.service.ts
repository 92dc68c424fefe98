import { Injectable } from '@nestjs/common';
import { type Abilities, audit, permitOn } from '#libs/access';
import { EpisodesService, settleWork } from '#libs/casework/episodes';
import {
  actor,
  withFocus,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  db,
  query,
} from '#libs/platform';
import { latestEnd } from './consent-dates.rules.js';
import type { Circumstances, ConsentDraft } from './consent-draft.js';
import { validateConsent } from './consent.rules.js';
import { OverseersService } from './overseers.service.js';
import { SharingSettingsService } from './sharing-settings.service.js';
import { Consent, ConsentAgency, ConsentChild, ConsentPerson } from './consent.entities.js';

/** Recording what the family agreed, in part or whole, or refused: a new entry in the ledger, effective at once. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly settings: SharingSettingsService,
    private readonly overseers: OverseersService,
  ) {}

  /** Adds one decision of the family. Applies from every reader's next query. 422 with errors beside fields. */
  async recordConsent(episodeId: string, draft: ConsentDraft): Promise<string> {
    const abilities = await permitOn(episodeId, 'consent.record', 'record consent');
    return withFocus([episodeId], () => this.record(episodeId, draft, abilities));
  }

  private async record(episodeId: string, draft: ConsentDraft, abilities: Abilities): Promise<string> {
    await this.episodes.openRecord(episodeId);
    const circumstances = await this.circumstances(episodeId, draft);
    const errors = validateConsent(draft, circumstances);
    if (errors.length > 0) throw invalid(errors);
    await this.assertReferencesExist(draft);
    // Before the insert: the decision may end the recording practitioner's own access.
    if (draft.otherParentObjects) await this.notifyOfObjection(episodeId);
    const children = await this.laterChildren(episodeId, draft);
    const id = await this.write(episodeId, draft, circumstances, children);
    await settleWork(episodeId);
    await audit('record consent', 'consent', {
      episodeId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { decision: draft.decision },
    });
    return id;
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

  /**
   * A second holder of parental responsibility who objects does not undo the other's decision, but a manager should
   * know.
   */
  private notifyOfObjection(episodeId: string): Promise<void> {
    return this.overseers.notify(
      episodeId,
      'The other parent objects',
      `${actor().name} recorded a family’s consent. Someone else with parental responsibility objects to it. Read it and decide together what to do.`,
      `/episodes/${episodeId}/consents`,
    );
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
  private async laterChildren(episodeId: string, { decision, childIds }: ConsentDraft): Promise<string[]> {
    if (decision !== 'given' && decision !== 'given_in_part') return [];
    const there = await query<{ id: string; joinedLater: boolean; isIncluded: boolean }>(MEMBERS, [
      episodeId,
    ]);
    const unknown = childIds?.find((id) => !there.some((child) => child.id === id));
    if (unknown !== undefined) throw invalidField('childIds', 'Select children of this episode');
    return there
      .filter(({ id, joinedLater, isIncluded }) => joinedLater && (childIds?.includes(id) ?? isIncluded))
      .map(({ id }) => id);
  }

  private async write(
    episodeId: string,
    draft: ConsentDraft,
    circumstances: Circumstances,
    children: readonly string[],
  ): Promise<string> {
    const id = newId();
    const decidedOn = draft.decidedOn ?? circumstances.today;
    const isAgreed = draft.decision === 'given' || draft.decision === 'given_in_part';
    const validUntil = isAgreed ? (draft.validUntil ?? latestEnd(draft, circumstances)) : null;
    await db().insert(Consent, {
      id,
      episodeId,
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
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    for (const childId of children) await db().insert(ConsentChild, { consentId: id, childId, episodeId });
    for (const row of agencyRows(id, episodeId, draft)) await db().insert(ConsentAgency, row);
    for (const row of personRows(id, episodeId, draft)) await db().insert(ConsentPerson, row);
    return id;
  }

  /** Renewal is due at the next review after this day, or when the agreement ends if there is no review before. */
  private async renewalDate(episodeId: string, decidedOn: string, validUntil: string): Promise<string> {
    const { nextReviewOn } = await this.episodes.record(episodeId);
    return nextReviewOn && nextReviewOn > decidedOn && nextReviewOn < validUntil ? nextReviewOn : validUntil;
  }
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

function agencyRows(consentId: string, episodeId: string, draft: ConsentDraft): ConsentAgency[] {
  const closed = (standing: string, ids: readonly string[] = []): ConsentAgency[] =>
    ids.map((agencyId) => ({ consentId, episodeId, agencyId, standing, tiers: [], topics: [] }));
  const included = (draft.agencies ?? []).map(({ agencyId, tiers, topics = [] }) => ({
    consentId,
    episodeId,
    agencyId,
    standing: 'included',
    tiers: tiers.map((tier) => Number(tier.slice(1))),
    topics: [...topics],
  }));
  return [
    ...included,
    ...closed('refused', draft.refusedAgencies),
    ...closed('excluded', draft.excludedAgencies),
  ];
}

function personRows(consentId: string, episodeId: string, draft: ConsentDraft): ConsentPerson[] {
  const row =
    (standing: string) =>
    (practitionerId: string): ConsentPerson => ({ consentId, episodeId, practitionerId, standing });
  const others = (id: string): boolean => id !== actor().practitionerId;
  const excluded = draft.excludedPeople ?? [];
  return [
    ...(draft.readmittedPeople ?? []).map(row('readmitted')),
    ...[...excluded.filter(others), ...excluded.filter((id) => !others(id))].map(row('excluded')),
  ];
}
