import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit, permitOn, signature } from '#libs/access';
import { EpisodesService, MessagesService, settleWork } from '#libs/casework/episodes';
import { actor, invalidField, newId, now, db, unreachable, query } from '#libs/platform';
import type { TeamRole } from '#libs/terms';
import { InviteesService } from './invitees.service.js';
import { TeamMember } from './team-member.entity.js';
import {
  AGREED_AGENCIES,
  type Author,
  AUTHORS,
  type InvolvedPractitioner,
  type Member,
  MEMBERS,
  WORKERS,
} from './team.queries.js';
import { assertMembershipOpen, assertNotMember } from './team.rules.js';

export interface MemberDraft {
  readonly practitionerId: string;
  readonly teamRole: TeamRole;
  /** For a practitioner with posts in several agencies; otherwise the one the family agreed to. */
  readonly agencyId?: string;
}

/** The team around the child: its members, and invitations to join. */
@Injectable()
export class TeamService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly invited: InviteesService,
    private readonly messages: MessagesService,
  ) {}

  /** Members now and before, oldest first. 404 to a reader below T2. */
  async members(episodeId: string): Promise<Member[]> {
    await permitOn(episodeId, 'record.read');
    return query(MEMBERS, [episodeId]);
  }

  async member(episodeId: string, memberId: string): Promise<Member> {
    const member = (await this.members(episodeId)).find(({ id }) => id === memberId);
    if (!member) throw unreachable();
    return member;
  }

  /** The practitioners who opened or assess the episode, now and before. */
  async authors(episodeId: string): Promise<Author[]> {
    await permitOn(episodeId, 'record.read');
    return query(AUTHORS, [episodeId]);
  }

  /** Everyone who works with the family now (lead, team, author), once each: possible assignees of an action. */
  async workers(episodeId: string): Promise<InvolvedPractitioner[]> {
    await permitOn(episodeId, 'record.read');
    const workers = await this.workersOf([episodeId]);
    return workers.map(({ id, name, jobTitle, telephone, agency }) => ({
      ...{ id, name, jobTitle, telephone, agency },
    }));
  }

  /** The same for many families, each person with the episode. Of a family beyond the reader’s reach there is no one. */
  workersOf(
    episodeIds: readonly string[],
  ): Promise<(InvolvedPractitioner & { readonly episodeId: string })[]> {
    return query(WORKERS, [episodeIds]);
  }

  /** Agencies that the family agrees may know at least the basics (T1): their staff can be asked, by name. */
  async agreedAgencies(episodeId: string): Promise<{ id: string; name: string }[]> {
    await permitOn(episodeId, 'record.read');
    return query(AGREED_AGENCIES, [episodeId]);
  }

  /**
   * Asks a practitioner into the team. 409 when the family has not agreed to their agency, or they are a member
   * already.
   */
  async addMember(episodeId: string, { practitionerId, teamRole, agencyId }: MemberDraft): Promise<string> {
    await permitOn(episodeId, 'team.edit', 'change the team');
    await this.episodes.openRecord(episodeId);
    const colleague = await this.invited.colleague(episodeId, practitionerId, 'practitionerId', agencyId);
    assertNotMember(await db().existsBy(TeamMember, { ...current(episodeId), practitionerId }));
    const id = newId();
    await db().insert(TeamMember, {
      id,
      episodeId,
      practitionerId,
      agencyId: colleague.agency.id,
      teamRole,
      addedBy: actor().practitionerId,
      joinedAt: now(),
      leftAt: null,
      leavingReason: null,
    });
    await this.messages.send(
      practitionerId,
      'You have been added to a team around a child',
      `${await signature(episodeId)}, added you to a team around a child.`,
      `/episodes/${episodeId}`,
    );
    await audit('add team member', 'team_member', { episodeId, subjectId: id });
    return id;
  }

  /**
   * Ends a membership, and the member's access, at once. What they were to do for the family passes to `successorId`, or
   * to the lead professional when none is given or that person may not take it. 409 when it has ended already.
   */
  async endMembership(
    episodeId: string,
    memberId: string,
    reason: string | null,
    successorId: string | null = null,
  ): Promise<Member> {
    await permitOn(episodeId, 'team.edit', 'change the team');
    const member = await this.member(episodeId, memberId);
    assertMembershipOpen(member.until);
    await this.assertWorks(episodeId, successorId, member.practitioner.id);
    await db().update(TeamMember, { id: memberId }, { leftAt: now(), leavingReason: reason });
    await this.messages.send(
      member.practitioner.id,
      'You have been removed from a team around a child',
      `${await signature(episodeId)}, removed you from a team around a child. You no longer have access to the record through it.`,
      null,
    );
    await settleWork(episodeId, successorId);
    await audit('end team membership', 'team_member', { episodeId, subjectId: memberId });
    return { ...member, until: now(), leavingReason: reason };
  }

  private async assertWorks(episodeId: string, successorId: string | null, leaverId: string): Promise<void> {
    if (successorId === null) return;
    const workers = await this.workers(episodeId);
    if (successorId === leaverId || !workers.some(({ id }) => id === successorId))
      throw invalidField('successorId', 'Select another person who works with the family');
  }
}

const current = (episodeId: string) => ({ episodeId, leftAt: IsNull() });
