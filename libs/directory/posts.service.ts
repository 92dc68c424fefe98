import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  addDays,
  changeVersioned,
  conflict,
  db,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  unreachable,
} from '#libs/platform';
import { assertHandedOver, type StandingCount } from './departure.rules.js';
import { Post } from './directory.entities.js';
import { requestHandOver } from './hand-over-request.js';
import { POST, type PostView } from './post.queries.js';
import { PostRolesService } from './post-roles.service.js';
import { assertPostDates, type PostDates } from './post.rules.js';

export interface PostDraft extends PostDates {
  readonly role: string;
  readonly teamId?: string | null;
  readonly localityId?: string | null;
}
export interface PostChange extends Pick<PostDraft, 'beginsOn'> {
  readonly role?: string;
  readonly teamId?: string | null;
  readonly localityId?: string | null;
  /** As for a departure: families without anyone else are left to those who answer for them. */
  readonly unassigned?: boolean;
}
/** Posts of people in the administrator's agency, with their dates. A post is never rewritten: a change begins a new one. */
@Injectable()
export class PostsService {
  constructor(private readonly roles: PostRolesService) {}

  /** Every post of a person in the agency, the latest first. */
  ofPerson(personId: string): Promise<PostView[]> {
    if (!isId(personId)) return Promise.resolve([]);
    return db().query(`${POST} and o.practitioner_id = $3 order by o.began_at desc, o.id desc`, [
      actor().agencyId,
      now(),
      personId,
    ]);
  }

  /** One post of the person in the agency; 404 for any other. */
  async find(personId: string, postId: string): Promise<PostView> {
    const post = (await this.ofPerson(personId)).find(({ id }) => id === postId);
    if (!post) throw unreachable();
    return post;
  }

  /** Gives a person a post in the agency, from today or a later day. 409 when they have the same post already. */
  async give(personId: string, draft: PostDraft): Promise<string> {
    const {
      role,
      teamId = null,
      localityId = null,
      beginsOn = null,
      lastDayOn = null,
      coversFor = null,
    } = draft;
    await this.roles.assertAllowed(role, teamId, localityId);
    assertPostDates({ beginsOn, lastDayOn, coversFor }, londonDate(now()));
    await this.assertCoversColleague(personId, coversFor);
    await this.assertNotHeld(personId, draft);
    const id = newId();
    await db().insert(Post, {
      ...{ id, practitionerId: personId, agencyId: actor().agencyId, teamId, localityId, role, coversFor },
      ...{
        beganAt: await beginning(beginsOn),
        endedAt: lastDayOn ? await startOf(addDays(lastDayOn, 1)) : null,
      },
      ...{ givenBy: actor().practitionerId, settledAt: null, version: 1 },
    });
    await audit('give post', 'practitioner', { subjectId: personId, detail: { role } });
    return id;
  }

  /**
   * Changes role, team or locality: the post ends and another begins at the same instant, now or on a later day. What the
   * new role cannot carry must be handed over: 409 for a change now, and before a later day their managers are notified.
   * 409 for the administrator's own post now; 412 when the post changed meanwhile.
   */
  async change(personId: string, postId: string, version: number, changes: PostChange): Promise<string> {
    const before = await this.assertOpen(personId, postId);
    assertNotOwnRole(personId, before.role, changes.role);
    const {
      role = before.role,
      teamId = before.team?.id ?? null,
      localityId = before.locality?.id ?? null,
    } = changes;
    const { beginsOn = null, unassigned = false } = changes;
    await this.roles.assertAllowed(role, teamId, localityId);
    assertPostDates({ beginsOn }, londonDate(now()));
    if (
      role === before.role &&
      teamId === (before.team?.id ?? null) &&
      localityId === (before.locality?.id ?? null)
    )
      throw conflict('Nothing has changed. Select another role, team or locality.');
    const begins = await beginning(beginsOn);
    const isLater = begins > now();
    if (!isLater) assertNotOwnPost(personId);
    if (before.endedAt && begins >= before.endedAt)
      throw invalidField('beginsOn', 'The post ends before then. Enter an earlier day');
    const id = newId();
    await changeVersioned(Post, { id: postId }, version, {}, () => this.find(personId, postId));
    await db().insert(Post, {
      ...{ id, practitionerId: personId, agencyId: actor().agencyId, teamId, localityId, role },
      ...{ beganAt: begins, endedAt: before.endedAt, coversFor: before.coversFor?.id ?? null },
      ...{ givenBy: actor().practitionerId, settledAt: null, version: 1 },
    });
    if (isLater) {
      await db().update(Post, { id: postId }, { endedAt: begins });
      await this.requestHandOverBefore('change role', personId, postId, begins);
    } else await this.replace(personId, postId, unassigned);
    await audit('change post', 'practitioner', {
      subjectId: personId,
      detail: { from: before.role, to: role },
    });
    return id;
  }

  /**
   * Sets the last day of a post, today or later, or takes it back (null). Access ends after it; their managers are to
   * hand over what is open before.
   */
  async setLastDay(
    personId: string,
    postId: string,
    version: number,
    lastDayOn: string | null,
  ): Promise<void> {
    const post = await this.assertOpen(personId, postId);
    if (personId === actor().practitionerId)
      throw conflict('You cannot end your own post. Ask another administrator of the agency.');
    assertPostDates({ lastDayOn, coversFor: post.coversFor?.id ?? null }, londonDate(now()));
    const endedAt = lastDayOn ? await startOf(addDays(lastDayOn, 1)) : null;
    if (endedAt && endedAt <= post.beganAt)
      throw invalidField('lastDayOn', 'The last day must be on or after the first day');
    await changeVersioned(Post, { id: postId }, version, { endedAt }, () => this.find(personId, postId));
    if (endedAt) await this.requestHandOverBefore('leave', personId, postId, endedAt);
    await audit('set last day', 'practitioner', { subjectId: personId });
  }

  private async replace(personId: string, postId: string, unassigned: boolean): Promise<void> {
    assertHandedOver(await this.counts(personId, postId), unassigned);
    await db().query('select access.leave($1, $2, $3, true)', [personId, postId, unassigned]);
  }

  private async requestHandOverBefore(
    change: 'leave' | 'change role',
    personId: string,
    postId: string,
    endedAt: Date,
  ): Promise<void> {
    if ((await this.counts(personId, postId, endedAt)).some(({ weight }) => weight !== 'ends'))
      await requestHandOver({ id: personId, name: await this.nameOf(personId) }, change);
  }

  /** What no other post that the person has at that moment carries once this one has ended. */
  private counts(personId: string, postId: string, moment = now()): Promise<StandingCount[]> {
    return db().query('select kind, weight, many from access.standing_counts($1, $2, $3)', [
      personId,
      postId,
      moment,
    ]);
  }

  private async nameOf(personId: string): Promise<string> {
    const [row] = (await db().query('select name from practitioners where id = $1', [personId])) as [
      { name: string },
    ];
    return row.name;
  }

  private async assertOpen(personId: string, postId: string): Promise<PostView> {
    const post = await this.find(personId, postId);
    if (post.status === 'ended') throw conflict('This post has ended. Give the person a new one.');
    return post;
  }

  private async assertNotHeld(
    personId: string,
    { role, teamId = null, localityId = null }: PostDraft,
  ): Promise<void> {
    const held = (await this.ofPerson(personId)).some(
      (post) =>
        post.status !== 'ended' &&
        post.role === role &&
        (post.team?.id ?? null) === teamId &&
        (post.locality?.id ?? null) === localityId,
    );
    if (held) throw conflict('This person has this post already.');
  }

  private async assertCoversColleague(personId: string, coversFor: string | null): Promise<void> {
    if (!coversFor) return;
    const colleague = isId(coversFor) && coversFor !== personId ? await this.ofPerson(coversFor) : [];
    if (!colleague.some(({ status }) => status !== 'ended'))
      throw invalidField('coversFor', 'Select a colleague in your own agency');
  }
}

/** An administrator who gives up the role could leave an agency without one. */
function assertNotOwnRole(personId: string, before: string, after: string | undefined): void {
  if (personId === actor().practitionerId && after !== undefined && after !== before)
    throw conflict('You cannot change your own role. Ask another administrator of the agency.');
}

/** It would end the session in which the administrator makes it. */
function assertNotOwnPost(personId: string): void {
  if (personId === actor().practitionerId)
    throw conflict(
      'You cannot change your own post from today. Enter a later day, or ask another administrator of the agency.',
    );
}

const beginning = (day: string | null): Promise<Date> | Date =>
  day && day > londonDate(now()) ? startOf(day) : now();

/** The first instant of a day in London. */
async function startOf(day: string): Promise<Date> {
  const [row] = (await db().query('select platform.london_instant($1::date) as at', [day])) as [{ at: Date }];
  return row.at;
}
