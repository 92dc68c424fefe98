import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, changeVersioned, conflict, db, isId, unreachable } from '#libs/platform';
import { keysOf, STANDING_KINDS } from '#libs/terms';
import { assertHandedOver, type StandingCount } from './departure.rules.js';
import { Practitioner } from './directory.entities.js';
import { requestHandOver } from './hand-over-request.js';
import { PeopleService } from './people.service.js';
import { PostsService } from './posts.service.js';

export interface Departure {
  /** One of their posts in the agency; all of them when omitted. */
  readonly postId?: string | null;
  /** Families of which they are the last responsible person are left to their manager and the coordinator. */
  readonly unassigned?: boolean;
}
/** A person who left the agency by mistake or lately, and until when that can be undone. */
export interface UndoableDeparture {
  readonly id: string;
  readonly name: string;
  readonly leftAt: Date;
  readonly until: Date;
}

const KINDS = keysOf(STANDING_KINDS);

/** People leaving the administrator's agency, or one post there. Shows kinds and numbers, and no family. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly people: PeopleService,
    private readonly posts: PostsService,
  ) {}

  /** What the person has open in the agency, as numbers of each kind. 404 for people of other agencies. */
  async standings(personId: string, postId: string | null = null): Promise<StandingCount[]> {
    await this.people.find(personId);
    if (postId !== null && !isId(postId)) throw unreachable();
    const counts = (await db().query('select kind, weight, many from access.standing_counts($1, $2)', [
      personId,
      postId,
    ])) as StandingCount[];
    return counts.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  }

  /**
   * Ends the person's posts and access at once. Open work passes on or ends, and the people concerned are notified. 409
   * with the kinds that must be handed over first; 412 when the person's details changed meanwhile.
   */
  async leave(
    personId: string,
    version: number,
    { postId = null, unassigned = false }: Departure,
  ): Promise<void> {
    const counts = await this.standings(personId, postId);
    if (personId === actor().practitionerId)
      throw conflict('You cannot mark yourself as left. Ask another administrator of the agency.');
    if (postId) await this.posts.find(personId, postId);
    assertHandedOver(counts, unassigned);
    await changeVersioned(Practitioner, { id: personId }, version, {}, () => this.people.find(personId));
    await db().query('select access.leave($1, $2, $3, false)', [personId, postId, unassigned]);
    await audit('mark as left', 'practitioner', { subjectId: personId });
  }

  /** Notifies the person's managers in the agency that work is to be handed over before the person can leave. */
  async askManagers(personId: string): Promise<number> {
    const managers = await requestHandOver(await this.people.find(personId));
    await audit('ask for hand-over', 'practitioner', { subjectId: personId });
    return managers;
  }

  /** People who left the agency lately, the last first. */
  undoable(): Promise<UndoableDeparture[]> {
    return db().query(
      'select practitioner_id as id, name, left_at as "leftAt", until from access.departures_to_undo() order by left_at desc, access.name_order(name)',
    );
  }

  /**
   * Undoes a departure: the posts begin again, and sessions of before stay ended. What passed to others stays with them.
   * 404 when the person did not leave the agency within the last 14 days.
   */
  async undo(personId: string): Promise<void> {
    if (!(await this.undoable()).some(({ id }) => id === personId)) throw unreachable();
    await db().query('select access.undo_departure($1)', [personId]);
    await audit('undo departure', 'practitioner', { subjectId: personId });
  }
}
