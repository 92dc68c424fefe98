import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { actor, conflict, isId, londonDate, newId, now, db, unreachable, query } from '#libs/platform';
import { DestructionProposal } from './retention.entities.js';
import { RetentionService } from './retention.service.js';

export type ProposalView = DestructionProposal & {
  readonly proposedByName: string;
  readonly declinedByName: string | null;
};

/** Destroying a record takes two people: one proposes, another approves, and a tombstone is left. */
@Injectable()
export class DestructionService {
  constructor(
    private readonly retention: RetentionService,
    private readonly messages: MessagesService,
  ) {}

  /** Proposals of an episode, the latest first. */
  proposals(episodeId: string): Promise<ProposalView[]> {
    return query(PROPOSALS, [episodeId]);
  }

  /** The first of the two. 409 with the reason while the record must be kept. */
  async propose(episodeId: string, reason: string): Promise<string> {
    await permitOn(episodeId, 'retention.manage', 'propose deleting this record');
    await this.assertRetentionOver(episodeId);
    if ((await this.proposals(episodeId)).some(({ declinedAt }) => declinedAt === null))
      throw conflict('Its deletion has already been proposed and is waiting for a second person.');
    const id = newId();
    await db().insert(DestructionProposal, {
      id,
      episodeId,
      reason,
      proposedBy: actor().practitionerId,
      proposedAt: now(),
      declinedBy: null,
      declinedAt: null,
      declinedBecause: null,
    });
    await audit('propose destruction', 'destruction proposal', { episodeId, subjectId: id });
    await this.messages.sendToCoordinators(
      episodeId,
      'A record deletion needs your decision',
      'Deletion of a record past its retention date has been proposed. A second person must approve or decline it.',
      `/retention/${episodeId}`,
      { kind: 'destruction', id },
    );
    return id;
  }

  /** The second declines, with a reason; the record stays, and may be proposed again. */
  async decline(proposalId: string, because: string): Promise<string> {
    const proposal = await this.findPending(proposalId);
    await db().update(
      DestructionProposal,
      { id: proposalId },
      { declinedBy: actor().practitionerId, declinedAt: now(), declinedBecause: because },
    );
    const { episodeId } = proposal;
    await audit('decline destruction', 'destruction proposal', { episodeId, subjectId: proposalId });
    await this.messages.send(
      proposal.proposedBy,
      'A record will not be deleted',
      'The second person declined the deletion. Their reason is with the proposal.',
      `/retention/${episodeId}`,
    );
    return episodeId;
  }

  /** The second approves: deletes the whole episode, in this transaction. It cannot be undone. */
  async approve(proposalId: string): Promise<string> {
    const { episodeId } = await this.findPending(proposalId);
    await this.assertRetentionOver(episodeId);
    await db().query('select access.destroy_episode($1)', [proposalId]);
    await audit('destroy episode', 'episode', { episodeId, subjectId: episodeId });
    return episodeId;
  }

  private async findPending(id: string): Promise<DestructionProposal> {
    const proposal = isId(id) ? await db().findOneBy(DestructionProposal, { id }) : null;
    if (!proposal) throw unreachable();
    await permitOn(proposal.episodeId, 'destruction.answer', 'approve deleting this record');
    if (proposal.declinedAt) throw conflict('This proposal was declined.');
    if (proposal.proposedBy === actor().practitionerId)
      throw conflict('You proposed this. Someone else must approve or decline it.');
    return proposal;
  }

  private async assertRetentionOver(episodeId: string): Promise<void> {
    const retention = await this.retention.keptUntil(episodeId);
    if (!retention) throw conflict('This episode is open, so its record is kept.');
    if (retention.held)
      throw conflict('This record is on hold. Lift the hold first, if its reason has ended.');
    if (retention.dueOn > londonDate(now()))
      throw conflict('This record has not reached its retention date, so it is kept.');
    const [{ may }] = (await query<{ may: boolean }>('select access.may_be_destroyed($1) as may', [
      episodeId,
    ])) as [{ may: boolean }];
    if (!may) throw conflict('There is an open request about this family’s record. Finish it first.');
  }
}

const PROPOSALS = `
  select d.id, d.episode_id, d.reason, d.proposed_by, d.proposed_at,
    d.declined_by, d.declined_at, d.declined_because,
    p.name as proposed_by_name, n.name as declined_by_name
  from destruction_proposals d join practitioners p on p.id = d.proposed_by
  left join practitioners n on n.id = d.declined_by
  where d.episode_id = $1 order by d.proposed_at desc`;
