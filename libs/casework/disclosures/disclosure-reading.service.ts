import { Injectable } from '@nestjs/common';
import { permitOn } from '#libs/access';
import { query } from '#libs/platform';

interface NamedPerson {
  readonly id: string;
  readonly name: string;
}
export interface DisclosureView {
  readonly id: string;
  readonly episodeId: string;
  readonly askedBy: {
    readonly practitioner: NamedPerson | null;
    readonly name: string | null;
    readonly agency: string | null;
  } | null;
  readonly to: {
    readonly agency: NamedPerson | null;
    readonly practitioner: NamedPerson | null;
    readonly name: string | null;
  };
  readonly askedFor: string;
  readonly purpose: string;
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
  readonly riskOfSharing: string | null;
  readonly riskOfNotSharing: string | null;
  readonly basis: string | null;
  readonly detrimentConsidered: string | null;
  readonly decision: string;
  readonly whatWasShared: string | null;
  readonly reason: string | null;
  readonly consulted: string | null;
  readonly familyTold: string;
  readonly familyToldNote: string | null;
  readonly tellFamilyOn: string | null;
  readonly sentHow: string | null;
  readonly outsideConsent: boolean;
  readonly decidedAt: Date;
  readonly recordedBy: string;
}

/**
 * Reading the decisions of an episode. Those about a sensitive topic are visible only to readers who may know the
 * topic.
 */
@Injectable()
export class DisclosureReadingService {
  async decisions(episodeId: string): Promise<DisclosureView[]> {
    await permitOn(episodeId, 'disclosure.read', 'see information-sharing decisions');
    return query(`${DISCLOSURE} where d.episode_id = $1 order by d.decided_at desc, d.id desc`, [episodeId]);
  }
}

const DISCLOSURE = `
  select d.id, d.episode_id,
    case when num_nonnulls(d.asked_by_practitioner_id, d.asked_by_name, d.asked_by_agency) > 0 then json_build_object(
      'practitioner', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end,
      'name', d.asked_by_name, 'agency', d.asked_by_agency) end as asked_by,
    json_build_object(
      'agency', case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end,
      'practitioner', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end,
      'name', d.to_name) as "to",
    d.asked_for, d.purpose, d.tiers, d.topics, d.risk_of_sharing, d.risk_of_not_sharing, d.basis,
    d.detriment_considered, d.decision, d.what_was_shared, d.reason, d.consulted, d.family_told,
    d.family_told_note, d.tell_family_on::text as tell_family_on, d.sent_how,
    d.outside_consent, d.decided_at, p.name as recorded_by
  from disclosures d join practitioners p on p.id = d.recorded_by
  left join practitioners a on a.id = d.asked_by_practitioner_id
  left join practitioners t on t.id = d.to_practitioner_id
  left join agencies g on g.id = d.to_agency_id`;
