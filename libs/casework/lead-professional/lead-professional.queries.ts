import { personNameSql } from '#libs/access';
import { PRACTITIONER, type InvolvedPractitioner } from '#libs/casework/team';

export interface Appointment {
  readonly id: string;
  readonly practitioner: InvolvedPractitioner;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  /** T2: null to a reader below it. */
  readonly endingReason: string | null;
}
export interface ProposalView {
  readonly id: string;
  readonly practitioner: InvolvedPractitioner;
  readonly familyPreference: string;
  readonly reason: string;
  readonly changeReason: string | null;
  readonly proposedBy: string;
  readonly proposedById: string;
  readonly proposedAt: Date;
  readonly answer: string | null;
  readonly answerReason: string | null;
  readonly answeredAt: Date | null;
}
export interface WaitingProposal extends ProposalView {
  readonly episodeId: string;
  readonly children: readonly { readonly givenNames: string; readonly familyName: string }[];
}

/** Past and present leads: T0, except the reasons for endings. */
export const APPOINTMENTS = `
  select a.id, ${PRACTITIONER} as practitioner, a.began_at, a.ended_at,
    a.ending_reason
  from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id
  join agencies g on g.id = a.agency_id
  where a.episode_id = $1 order by a.began_at, a.id`;

const PROPOSAL = `
  q.id, ${PRACTITIONER} as practitioner, q.family_preference, q.reason,
  q.change_reason, ${personNameSql('b.name', 'u.why')} as proposed_by, q.proposed_by as proposed_by_id,
  q.proposed_at, q.answer, q.answer_reason, q.answered_at`;
const FROM = `
  from lead_professional_proposals q join practitioners p on p.id = q.practitioner_id
  join agencies g on g.id = q.agency_id join practitioners b on b.id = q.proposed_by
  left join lateral access.unnamed_people(q.episode_id) u on u.practitioner_id = b.id`;

export const PROPOSALS = `select ${PROPOSAL} ${FROM} where q.episode_id = $1 order by q.proposed_at, q.id`;

/** Proposals that wait for the signed-in practitioner ($1), with the names of the children (T0). */
export const WAITING = `
  select ${PROPOSAL}, q.episode_id,
    (select json_agg(json_build_object('givenNames', k.given_names, 'familyName', k.family_name) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = q.episode_id) as children
  ${FROM} join episodes e on e.id = q.episode_id and e.closed_at is null
  where q.practitioner_id = $1 and q.answer is null order by q.proposed_at, q.id`;
