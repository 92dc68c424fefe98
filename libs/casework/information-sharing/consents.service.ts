import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { actor, addMonths, invalid, invalidField, londonDate, newId, now, records } from '#libs/platform';
import { type Circumstances, type ConsentDraft, faultsOfConsent, LONGEST_MONTHS } from './consent.rules.js';
import { Consent, ConsentAgency, ConsentPerson } from './consent.entities.js';

/** Recording what the family agreed, in part or whole, or refused: a new word in the ledger, with living effect. */
@Injectable()
export class ConsentsService {
  constructor(private readonly episodes: EpisodesService) {}

  /** Adds one word of the family. Takes effect for the next query of everybody. 422 with faults beside fields. */
  async recordConsent(episodeId: string, draft: ConsentDraft): Promise<string> {
    const abilities = await permitOn(episodeId, 'consent.record', 'record what the family agreed');
    await this.episodes.openRecord(episodeId);
    const circumstances = await this.circumstances(episodeId);
    const faults = faultsOfConsent(draft, circumstances);
    if (faults.length > 0) throw invalid(faults);
    await this.refuseUnknown(draft);
    const id = await this.write(episodeId, draft, circumstances.today);
    await audit('record consent', 'consent', {
      episodeId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { decision: draft.decision },
    });
    return id;
  }

  private async circumstances(episodeId: string): Promise<Circumstances> {
    const [row] = (await records().query(
      `select e.opening_agency_id as "openingAgencyId", (select json_agg(k.date_of_birth) from episode_children f
         join children k on k.id = f.child_id where f.episode_id = e.id) as births
       from episodes e where e.id = $1`,
      [episodeId],
    )) as [Omit<Circumstances, 'today'>];
    return { ...row, today: londonDate(now()) };
  }

  private async refuseUnknown(draft: ConsentDraft): Promise<void> {
    const agencies = [
      ...(draft.agencies ?? []).map((agency) => agency.agencyId),
      ...(draft.refusedAgencies ?? []),
      ...(draft.excludedAgencies ?? []),
    ];
    const people = [...(draft.excludedPeople ?? []), ...(draft.readmittedPeople ?? [])];
    const [found] = (await records().query(
      `select (select count(*)::int from agencies where id = any($1::uuid[])) as agencies,
         (select count(*)::int from practitioners where id = any($2::uuid[])) as people`,
      [agencies, people],
    )) as [{ agencies: number; people: number }];
    if (found.agencies !== agencies.length)
      throw invalidField('agencies', 'Choose agencies from the directory');
    if (found.people !== people.length)
      throw invalidField('excludedPeople', 'Choose people from the directory, each once');
  }

  private async write(episodeId: string, draft: ConsentDraft, today: string): Promise<string> {
    const id = newId();
    const decidedOn = draft.decidedOn ?? today;
    const agreed = draft.decision === 'given' || draft.decision === 'given_in_part';
    await records().insert(Consent, {
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
      reasonNotYoungPerson: draft.reasonNotYoungPerson ?? null,
      otherParentObjects: draft.otherParentObjects ?? null,
      interpreter: draft.interpreter ?? null,
      explainedHow: draft.explainedHow ?? null,
      explainedLanguage: draft.explainedLanguage ?? null,
      limitsExplained: draft.limitsExplained ?? false,
      form: draft.form ?? null,
      witness: draft.witness ?? null,
      indexAgreed: agreed && (draft.indexAgreed ?? false),
      lawfulBasis: draft.lawfulBasis ?? null,
      note: draft.note ?? null,
      decidedOn,
      validUntil: agreed ? (draft.validUntil ?? addMonths(decidedOn, LONGEST_MONTHS)) : null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    for (const row of agencyRows(id, episodeId, draft)) await records().insert(ConsentAgency, row);
    for (const row of personRows(id, episodeId, draft)) await records().insert(ConsentPerson, row);
    return id;
  }
}

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
  return [
    ...(draft.excludedPeople ?? []).map(row('excluded')),
    ...(draft.readmittedPeople ?? []).map(row('readmitted')),
  ];
}
