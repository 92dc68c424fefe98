import { Injectable } from '@nestjs/common';
import { type Abilities, audit, permitOn, signature } from '#libs/access';
import { EpisodesService, MessagesService } from '#libs/casework/episodes';
import { InviteesService, TeamService } from '#libs/casework/team';
import { date } from '#libs/page-kit';
import {
  actor,
  changeVersioned,
  conflict,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import {
  type ActionChanges,
  changedAction,
  type FamilyAgreement,
  assertProgressOnly,
  assertDueNotPast,
  assertOneAssignee,
} from './action.rules.js';
import { PlanAction } from './plan.entities.js';
import type { ActionView } from './plan.queries.js';
import { PlansService } from './plans.service.js';

export interface ActionDraft {
  readonly outcomeId: string;
  readonly description: string;
  readonly doerPractitionerId?: string | null;
  readonly doerName?: string | null;
  readonly dueOn: string;
  readonly familyAgreement?: FamilyAgreement;
  readonly familyAgreementNote?: string | null;
  /** Marked sensitive; under a sensitive outcome it takes that topic instead. */
  readonly topic?: string | undefined;
}

/** Actions of the plan: assignee, task and due date. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly plans: PlansService,
    private readonly team: TeamService,
    private readonly invited: InviteesService,
    private readonly messages: MessagesService,
  ) {}

  /** One action of the plan, with its outcome. 404 out of reach. */
  async action(episodeId: string, actionId: string): Promise<ActionView & { readonly outcomeId: string }> {
    for (const outcome of (await this.plans.plan(episodeId))?.outcomes ?? [])
      for (const action of outcome.actions)
        if (action.id === actionId) return { ...action, outcomeId: outcome.id };
    throw unreachable();
  }

  /** Adds an action. 422 for a past date or an unclear assignee, 409 when the assignee may not see the plan. */
  async addAction(episodeId: string, draft: ActionDraft): Promise<string> {
    await permitOn(episodeId, 'plan.edit', 'change the plan');
    await this.episodes.openRecord(episodeId);
    const { outcomeId, description, doerPractitionerId = null, doerName = null, dueOn } = draft;
    const plan = await this.plans.plan(episodeId);
    const outcome = plan?.outcomes.find(({ id }) => id === outcomeId);
    if (!outcome) throw invalidField('outcomeId', 'Select an outcome in this plan');
    const topic = outcome.topic || (draft.topic ?? '');
    assertOneAssignee(doerPractitionerId, doerName);
    assertDueNotPast(dueOn, londonDate(now()));
    if (doerPractitionerId) await this.assertAssigneeSeesPlan(episodeId, doerPractitionerId);
    if (doerPractitionerId) await this.assertAssigneeMayKnowTopic(episodeId, doerPractitionerId, topic);
    const id = newId();
    const { familyAgreement = 'not_asked', familyAgreementNote = null } = draft;
    await db().insert(PlanAction, {
      ...{
        id,
        outcomeId,
        episodeId,
        description,
        doerPractitionerId,
        doerName: doerName?.trim() ?? null,
        dueOn,
      },
      ...{ status: 'not_started', familyAgreement, familyAgreementNote, progressNote: null },
      ...{ doneOn: null, droppedBecause: null, topic, writtenBy: actor().practitionerId, writtenAt: now() },
      ...{ changedAt: now(), version: 1 },
    });
    if (doerPractitionerId)
      await this.messages.send(
        doerPractitionerId,
        'You have been given an action in a plan',
        `${await signature(episodeId)}, gave you an action that is due ${date(dueOn)}.`,
        `/episodes/${episodeId}/plan`,
        { kind: 'action', id },
      );
    await audit('add action', 'plan_action', { episodeId, subjectId: id });
    return id;
  }

  /**
   * Changes an action; an assignee without the right to edit the plan reports progress only. 412 after a concurrent
   * change.
   */
  async changeAction(
    episodeId: string,
    actionId: string,
    version: number,
    changes: ActionChanges,
  ): Promise<void> {
    const action = await this.action(episodeId, actionId);
    this.permitChange(await permitOn(episodeId, 'record.read'), action, changes);
    await this.episodes.openRecord(episodeId);
    const today = londonDate(now());
    if (changes.dueOn) assertDueNotPast(changes.dueOn, today, action.dueOn);
    const changed = Object.fromEntries(
      Object.entries(changedAction(action, changes, today)).filter(([, value]) => value !== undefined),
    );
    await changeVersioned(PlanAction, { id: actionId }, version, { ...changed, changedAt: now() }, () =>
      this.action(episodeId, actionId),
    );
    await this.tellDoer(episodeId, action, changes);
    await audit('change action', 'plan_action', {
      episodeId,
      subjectId: actionId,
      detail: { status: changes.status ?? action.status },
    });
  }

  /** The practitioner who does it learns of another date or wording, or that it was dropped, while they may know of it. */
  private async tellDoer(
    episodeId: string,
    action: ActionView & { readonly outcomeId: string },
    { dueOn = action.dueOn, description = action.description, status }: ActionChanges,
  ): Promise<void> {
    const doerId = action.doer.practitioner?.id;
    const isDropped = status === 'dropped' && action.status !== 'dropped';
    const isChanged = dueOn !== action.dueOn || description !== action.description;
    if (!doerId || doerId === actor().practitionerId || !(isDropped || isChanged)) return;
    if (!(await this.invited.seesPlan(episodeId, doerId))) return;
    if (!(await this.mayKnowTopic(episodeId, doerId, action.topic))) return;
    const who = await signature(episodeId);
    if (isDropped)
      await this.messages.send(
        doerId,
        'An action of yours was dropped',
        `${who}, dropped an action that you were to do. The plan says why.`,
        `/episodes/${episodeId}/plan`,
      );
    else
      await this.messages.send(
        doerId,
        'An action of yours has changed',
        `${who}, changed an action of yours. It is due ${date(dueOn)}.`,
        `/episodes/${episodeId}/plan`,
        { kind: 'action', id: action.id },
      );
  }

  private permitChange(abilities: Abilities, action: ActionView, changes: ActionChanges): void {
    if (abilities.may('plan.edit')) return;
    const isOwnAction = action.doer.practitioner?.id === actor().practitionerId;
    abilities.permit(
      isOwnAction ? 'plan.act' : 'plan.edit',
      isOwnAction ? 'change this action' : 'change the plan',
    );
    assertProgressOnly(changes);
  }

  /** Throws 409 when the assignee may not know the action's topic. */
  private async assertAssigneeMayKnowTopic(
    episodeId: string,
    practitionerId: string,
    topic: string,
  ): Promise<void> {
    if (!(await this.mayKnowTopic(episodeId, practitionerId, topic)))
      throw conflict(
        'The family has not agreed to share this topic with this person’s agency. Give the action to someone else, or ask the family first.',
      );
  }

  private async mayKnowTopic(episodeId: string, practitionerId: string, topic: string): Promise<boolean> {
    const [row] = await query<{ may: boolean }>('select access.may_be_given($1, $2, $3) as may', [
      ...[episodeId, practitionerId, topic],
    ]);
    return row!.may;
  }

  /** Throws unless the assignee works with the family and may see the plan. */
  private async assertAssigneeSeesPlan(episodeId: string, practitionerId: string): Promise<void> {
    const assignee = isId(practitionerId)
      ? (await this.team.workers(episodeId)).find(({ id }) => id === practitionerId)
      : undefined;
    if (!assignee)
      throw invalidField(
        'doerPractitionerId',
        'Select someone who works with the family: the lead professional, a team member or the assessor',
      );
    await this.invited.colleague(episodeId, practitionerId, 'doerPractitionerId', assignee.agency.id);
    await this.invited.assertMaySeePlan(episodeId, assignee.agency.id, assignee.name);
  }
}
