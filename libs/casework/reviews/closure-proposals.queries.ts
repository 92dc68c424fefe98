import { personNameSql } from '#libs/access';
import type { ClosureInput } from './closure.rules.js';
import type { ProposalOutcome } from './closure-proposal.entities.js';

/** A proposal to close, with the names and outcome topics that this reader may know. */
export interface ClosureProposalView {
  readonly id: string;
  readonly episodeId: string;
  readonly input: ClosureInput;
  readonly managerId: string;
  readonly manager: string;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly outcome: ProposalOutcome | null;
  readonly outcomeReason: string | null;
  readonly outcomeBy: string | null;
  readonly outcomeAt: Date | null;
  /** It is unanswered, and the manager who was asked may still answer. */
  readonly canBeApproved: boolean;
}
export interface WaitingClosure {
  readonly id: string;
  readonly episodeId: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly children: readonly { readonly givenNames: string; readonly familyName: string }[] | null;
}

export const CLOSURE_PROPOSALS = (where: string): string => `
  select p.id, p.episode_id, p.manager_id, ${personNameSql('m.name', 'um.why')} as manager,
    p.proposed_by as proposed_by_id, ${personNameSql('b.name', 'ub.why')} as proposed_by, p.proposed_at,
    p.outcome, p.outcome_reason, ${personNameSql('o.name', 'uo.why')} as outcome_by, p.outcome_at,
    access.closure_can_be_approved(p.id) as can_be_approved,
    json_build_object('closedOn', p.closed_on, 'reason', p.reason, 'summary', p.summary, 'finalLevel', p.final_level,
      'remainingNeeds', p.remaining_needs, 'namedAgencyId', p.named_agency_id, 'safeguardingChecked', p.safeguarding_checked,
      'safeguardingNote', p.safeguarding_note, 'contactAttempts', p.contact_attempts, 'receivingAuthority', p.receiving_authority,
      'familyTold', p.family_told, 'familyToldNote', p.family_told_note, 'copyGivenOn', p.copy_given_on, 'copyFormat', p.copy_format,
      'childView', p.child_view, 'parentView', p.parent_view, 'ratings', p.ratings) as input,
    (select coalesce(json_agg(json_build_object('outcomeId', x.outcome_id, 'result', x.result, 'closingScore', x.closing_score)
        order by x.outcome_id), '[]') from closure_proposal_outcomes x where x.proposal_id = p.id) as outcomes
  from closure_proposals p
  join practitioners m on m.id = p.manager_id
  join practitioners b on b.id = p.proposed_by
  left join practitioners o on o.id = p.outcome_by
  left join lateral access.unnamed_people(p.episode_id) um on um.practitioner_id = m.id
  left join lateral access.unnamed_people(p.episode_id) ub on ub.practitioner_id = b.id
  left join lateral access.unnamed_people(p.episode_id) uo on uo.practitioner_id = o.id
  where ${where} order by p.proposed_at desc, p.id desc`;

const WAITING = `
  select p.id, p.episode_id, p.reason, ${personNameSql('b.name', 'u.why')} as proposed_by, p.proposed_at,
    (select json_agg(json_build_object('givenNames', k.given_names, 'familyName', k.family_name) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = p.episode_id) as children
  from closure_proposals p join practitioners b on b.id = p.proposed_by
  left join lateral access.unnamed_people(p.episode_id) u on u.practitioner_id = b.id
  where p.outcome is null`;

/** Proposals that wait for the signed-in manager ($1), while they may approve. */
export const WAITING_FOR_ME = `${WAITING} and p.manager_id = $1 and access.closure_can_be_approved(p.id)
  order by p.proposed_at, p.id`;
/** Proposals of the signed-in practitioner ($1) that the manager can no longer approve. */
export const OWN_UNAPPROVABLE_PROPOSALS = `${WAITING} and p.proposed_by = $1 and not access.closure_can_be_approved(p.id)
  order by p.proposed_at, p.id`;
