import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { abilitiesOn, audit, permitOn, signature } from '#libs/access';
import { Episode, MessagesService, settleWork } from '#libs/casework/episodes';
import { InviteesService } from '#libs/casework/team';
import { actor, conflict, isId, newId, now, db, unreachable, query } from '#libs/platform';
import { UNNAMED_LEADS } from '#libs/terms';
import { LeadProfessionalAppointment, LeadProfessionalProposal } from './lead-professional.entities.js';
import { WAITING, type WaitingProposal } from './lead-professional.queries.js';
import { whyUnnamed } from './lead-professional.service.js';
import {
  assertMayAnswer,
  assertNotAnswered,
  assertNotClosed,
  assertProposable,
} from './lead-professional.rules.js';

interface ProposalDraft {
  readonly practitionerId: string;
  /** What the child and family say about who should lead. */
  readonly familyPreference: string;
  readonly reason: string;
  readonly changeReason?: string | null;
}

/** Proposals to lead, and their answers. Until a successor accepts, the outgoing lead remains. */
@Injectable()
export class LeadProposalsService {
  constructor(
    private readonly invited: InviteesService,
    private readonly messages: MessagesService,
  ) {}

  /** Proposes a lead. 409 while a proposal waits, or when the person may not have access to the record. */
  async propose(episodeId: string, draft: ProposalDraft): Promise<string> {
    await permitOn(episodeId, 'lead.propose', 'propose a lead professional');
    await this.assertEpisodeOpen(episodeId);
    const { practitionerId, familyPreference, reason, changeReason = null } = draft;
    const current = await this.current(episodeId);
    const waits = await db().query(OPEN_PROPOSAL, [episodeId]);
    assertProposable((waits as unknown[]).length > 0, current?.practitionerId === practitionerId);
    const colleague = await this.invited.colleague(episodeId, practitionerId, 'practitionerId');
    await this.invited.assertSeesRecord(episodeId, practitionerId);
    const id = newId();
    await db().insert(LeadProfessionalProposal, {
      ...{
        id,
        episodeId,
        practitionerId,
        agencyId: colleague.agency.id,
        familyPreference,
        reason,
        changeReason,
      },
      ...{ proposedBy: actor().practitionerId, proposedAt: now() },
      ...{ answer: null, answerReason: null, answeredAt: null },
    });
    const asks = `${await signature(episodeId)}, asks`;
    await this.messages.send(
      practitionerId,
      'You have been asked to be a lead professional',
      `${asks} you to lead for a family. Open Bridges to accept or decline.`,
      '/proposals',
      { kind: 'lead_proposal', id },
    );
    if (current)
      await this.messages.send(
        current.practitionerId,
        'Someone has been asked to lead after you',
        `${asks} ${colleague.name} to lead for a family you lead for. You remain the lead professional until they accept.`,
        teamPath(episodeId),
      );
    await audit('propose lead professional', 'lead_professional_proposal', { episodeId, subjectId: id });
    return id;
  }

  /** The practitioner whose proposal waits for an answer, if the reader may know. */
  async asked(episodeId: string): Promise<string | null> {
    const waiting = await db().findOneBy(LeadProfessionalProposal, { episodeId, answer: IsNull() });
    return waiting?.practitionerId ?? null;
  }

  /** Proposals that wait for the signed-in practitioner, the oldest first. */
  waitingFor(): Promise<WaitingProposal[]> {
    return query(WAITING, [actor().practitionerId]);
  }

  /** Accepts a proposal: the current appointment ends and the new one begins at the same instant. */
  async accept(episodeId: string, proposalId: string): Promise<void> {
    const proposal = await this.findAnswerable(episodeId, proposalId);
    const current = await this.current(episodeId);
    const unnamed = current ? null : await whyUnnamed(episodeId);
    if (unnamed) throw conflict(UNNAMED_LEADS[unnamed]);
    const ends = { endedAt: now(), endingReason: proposal.changeReason ?? 'transfer' };
    if (current) await db().update(LeadProfessionalAppointment, { id: current.id }, ends);
    await this.answer(proposal.id, 'accepted', null);
    const { practitionerId, agencyId } = proposal;
    await db().insert(LeadProfessionalAppointment, {
      ...{ id: newId(), episodeId, practitionerId, agencyId, proposalId },
      ...{ beganAt: now(), endedAt: null, endingReason: null },
    });
    const body = `${await signature(episodeId)}, is now the lead professional for a family.`;
    await this.messages.send(proposal.proposedBy, 'A lead professional accepted', body, teamPath(episodeId));
    if (current && current.practitionerId !== proposal.proposedBy)
      await this.messages.send(
        current.practitionerId,
        'You have handed over as lead professional',
        body,
        null,
      );
    if (current) await settleWork(episodeId);
    await audit('accept lead professional', 'lead_professional_appointment', {
      episodeId,
      subjectId: proposalId,
    });
  }

  /** Declines a proposal, with a reason. The outgoing lead, or the vacancy, remains. */
  async decline(episodeId: string, proposalId: string, reason: string): Promise<void> {
    const proposal = await this.findAnswerable(episodeId, proposalId);
    await this.answer(proposal.id, 'refused', reason);
    const body = `${await signature(episodeId)}, cannot lead for a family. Open Bridges for the reason, and propose someone else.`;
    const hasLead = (await this.current(episodeId)) !== null || (await whyUnnamed(episodeId)) !== null;
    await this.messages.send(
      proposal.proposedBy,
      'A proposal to lead was refused',
      body,
      teamPath(episodeId),
      // A lead who stays leaves no vacancy: then it tells, and asks for nothing.
      hasLead ? null : { kind: 'lead_vacancy', id: episodeId },
    );
    await audit('refuse lead professional', 'lead_professional_proposal', {
      episodeId,
      subjectId: proposalId,
    });
  }

  /** Withdraws a proposal before it is answered, so that another practitioner can be proposed. */
  async withdraw(episodeId: string, proposalId: string): Promise<void> {
    await permitOn(episodeId, 'lead.propose', 'withdraw a request');
    const proposal = await this.find(episodeId, proposalId);
    assertNotAnswered(proposal.answer);
    await this.answer(proposal.id, 'superseded', null);
    await this.messages.send(
      proposal.practitionerId,
      'A request to lead has been withdrawn',
      `${await signature(episodeId)}, withdrew the request for you to lead for a family.`,
      null,
    );
    await audit('take back lead proposal', 'lead_professional_proposal', {
      episodeId,
      subjectId: proposalId,
    });
  }

  /** Needs only T0 and the proposal itself: before accepting, the proposed practitioner may know no more than T1. */
  private async findAnswerable(episodeId: string, proposalId: string): Promise<LeadProfessionalProposal> {
    const abilities = await abilitiesOn(episodeId);
    abilities.permit('episode.read');
    const proposal = await this.find(episodeId, proposalId);
    assertMayAnswer(proposal, actor().practitionerId);
    abilities.permit('lead.accept', 'become the lead professional');
    await this.assertEpisodeOpen(episodeId);
    return proposal;
  }

  private async find(episodeId: string, proposalId: string): Promise<LeadProfessionalProposal> {
    const proposal = isId(proposalId)
      ? await db().findOneBy(LeadProfessionalProposal, { id: proposalId, episodeId })
      : null;
    if (!proposal) throw unreachable();
    return proposal;
  }

  private async answer(
    id: string,
    answer: 'accepted' | 'refused' | 'superseded',
    answerReason: string | null,
  ): Promise<void> {
    await db().update(LeadProfessionalProposal, { id }, { answer, answerReason, answeredAt: now() });
  }

  private async assertEpisodeOpen(episodeId: string): Promise<void> {
    const episode = await db().findOneByOrFail(Episode, { id: episodeId });
    assertNotClosed(episode.closedAt);
  }

  private async current(episodeId: string): Promise<LeadProfessionalAppointment | null> {
    const appointments = await db().findBy(LeadProfessionalAppointment, { episodeId });
    return appointments.find(({ endedAt }) => endedAt === null) ?? null;
  }
}

const OPEN_PROPOSAL = 'select 1 from lead_professional_proposals where episode_id = $1 and answer is null';
const teamPath = (episodeId: string): string => `/episodes/${episodeId}/team`;
