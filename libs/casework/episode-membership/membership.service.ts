import { Injectable } from '@nestjs/common';
import { audit, permitOn, signature } from '#libs/access';
import { ChildrenSearchService } from '#libs/casework/children';
import { EpisodesService, MessagesService, settleWork } from '#libs/casework/episodes';
import { actor, conflict, db, invalid, invalidField, londonDate, newId, now, query } from '#libs/platform';
import { EpisodeChildChange } from './episode-child-change.entity.js';
import { type MembershipDraft, validateMembership } from './membership.rules.js';
import { type Member, MembershipReading } from './membership-reading.service.js';

export interface JoiningDraft extends MembershipDraft {
  readonly childId: string;
  /** Why help begins for a child whose death is recorded. */
  readonly afterDeathBecause?: string | null;
}
export interface LeavingDraft extends MembershipDraft {
  /** The plan has been checked for work that was about this child. */
  readonly planChecked?: boolean;
}

/** Changing for which children of the family an open episode is. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly reading: MembershipReading,
    private readonly search: ChildrenSearchService,
    private readonly messages: MessagesService,
  ) {}

  /**
   * A child joins the open episode. No agreement includes them until the family is asked. 409 when the child has an open
   * episode, 422 with errors beside fields.
   */
  async addChild(episodeId: string, draft: JoiningDraft): Promise<void> {
    const abilities = await permitOn(episodeId, 'membership.change', 'add a child');
    await this.episodes.openRecord(episodeId);
    const errors = validateMembership(draft, { today: londonDate(now()), openedOn: null });
    if (errors.length > 0) throw invalid(errors);
    if (!(await this.search.indexEntry(draft.childId)))
      throw invalidField('childId', 'Select a child from the list or from the search results');
    const members = await this.reading.members(episodeId);
    if (members.some((member) => member.id === draft.childId && !member.removedAt))
      throw invalidField('childId', 'This child is already in the episode');
    await this.episodes.assertNoOpenEpisode([draft.childId]);
    await this.episodes.assertConfirmedAfterDeath([draft.childId], draft.afterDeathBecause);
    await this.write(episodeId, draft.childId, 'added', draft);
    await this.notify(episodeId, draft.childId, {
      subject: 'A child has joined an episode',
      body: `${await signature(episodeId)}, added a child to an episode that you work on. The family is asked what may be shared about them. Until then only the people who work with the family for the agency that started the episode, and the coordinator, can see that the child is part of it.`,
    });
    await audit('add child to episode', 'child', {
      episodeId,
      childId: draft.childId,
      reaches: abilities.reaches,
      detail: { reason: draft.reason },
    });
  }

  /**
   * A child leaves the open episode, which goes on for the others. 409 for the last child, and while a safety concern
   * about the child is open.
   */
  async removeChild(episodeId: string, childId: string, draft: LeavingDraft): Promise<void> {
    const abilities = await permitOn(episodeId, 'membership.change', 'take a child out of this episode');
    await this.episodes.openRecord(episodeId);
    const { member, others } = await this.reading.member(episodeId, childId);
    if (others === 0) throw conflict('This is the only child in the episode. Close the episode instead.');
    const open = await this.reading.workAbout(episodeId, member);
    if (open.safetyConcern)
      throw conflict('A safety concern about this child is still open. Answer it first.');
    const errors = [
      ...validateMembership(draft, { today: londonDate(now()), openedOn: await this.openedOn(episodeId) }),
      ...(open.plan.length > 0 && !draft.planChecked
        ? [{ field: 'planChecked', message: 'Confirm that you have checked the actions and outcomes listed' }]
        : []),
    ];
    if (errors.length > 0) throw invalid(errors);
    await this.write(episodeId, childId, 'removed', draft);
    await settleWork(episodeId);
    await this.notify(episodeId, childId, {
      subject: 'A child has left an episode',
      body: `${await signature(episodeId)}, took a child out of an episode that you work on. It goes on for the other children of the family.`,
    });
    await audit('take child out of episode', 'child', {
      episodeId,
      childId,
      reaches: abilities.reaches,
      detail: { reason: draft.reason },
    });
  }

  private async write(
    episodeId: string,
    childId: string,
    kind: EpisodeChildChange['kind'],
    draft: MembershipDraft & { readonly afterDeathBecause?: string | null },
  ): Promise<void> {
    await db().insert(EpisodeChildChange, {
      id: newId(),
      episodeId,
      childId,
      kind,
      reason: draft.reason,
      happenedOn: draft.happenedOn,
      note: draft.note ?? null,
      afterDeathBecause: draft.afterDeathBecause?.trim() || null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
  }

  private async openedOn(episodeId: string): Promise<string> {
    const [row] = (await query<{ openedAt: Date }>('select opened_at from episodes where id = $1', [
      episodeId,
    ])) as [{ openedAt: Date }];
    return londonDate(row.openedAt);
  }

  /** The others who may know of the child; a message names no person. */
  private async notify(
    episodeId: string,
    childId: Member['id'],
    { subject, body }: { subject: string; body: string },
  ): Promise<void> {
    const recipients = await query<{ seer: string }>('select access.membership_recipients($1, $2) as seer', [
      episodeId,
      childId,
    ]);
    for (const { seer } of recipients)
      await this.messages.send(seer, subject, body, `/episodes/${episodeId}/children`);
  }
}
