import { randomUUID } from 'node:crypto';
import type { Answer } from '../support/api-client.js';
import { signsIn } from './cast.js';
import type { Difference, Tally } from './compare.js';
import { type Instant, londonDay } from './rule-book/calendar.js';
import { decide } from './rule-book/decide.js';
import type { Actor, Carer, Child, Episode, ModelWorld } from './rule-book/world.js';
import type { System } from './system.js';

/** One step of a generated sequence: a kind, and numbers that choose among the candidates at that point. */
export interface Step {
  readonly kind: string;
  readonly who: number;
  readonly episode: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly wait: number;
}
export const choose = <T>(list: readonly T[], by: number): T | undefined => list[by % list.length];

const MINUTE = 60_000;
let born = 0;
/** How long may pass before a step: mostly little, sometimes past every date. */
const WAITS = [1, 1, 1, 5, 60, 60 * 7, 60 * 24, 60 * 24 * 3, 60 * 24 * 12, 60 * 24 * 35].map(
  (n) => n * MINUTE,
);

/** A running sequence: the model's world, the system's world, and the present instant of both. */
export class Story {
  readonly world: ModelWorld;
  /** The steps so far, described in order. */
  readonly log: string[] = [];
  now: Instant;
  /** Children and carers, for when families can sign in: compared as readers, never given work. */
  readonly family: Actor[] = [];
  /** Episodes where the person asked to lead could not answer. */
  readonly unanswered = new Set<string>();
  /** The locality of the cast's first coordinator, and of the second. */
  private readonly localities: readonly string[];

  constructor(
    readonly system: System,
    readonly tally: Tally,
    actors: readonly Actor[],
    begins: Instant,
  ) {
    this.now = begins;
    this.localities = actors.filter(({ role }) => role === 'coordinator').map(({ locality }) => locality!);
    this.world = {
      actors: actors.map((actor) => ({ ...actor })),
      episodes: [],
      children: new Map(),
      relatives: [],
      shields: [],
      meetings: [],
      panelMembers: [],
      namings: [],
      audits: [],
      questions: [],
      merges: [],
    };
  }

  actor(key: string): Actor {
    return this.world.actors.find((one) => one.key === key)!;
  }
  elsewhere(locality: string): string {
    return this.localities.find((one) => one !== locality)!;
  }
  get today(): string {
    return londonDay(this.now);
  }
  async pass(wait: number): Promise<void> {
    this.now += choose(WAITS, wait)!;
    await this.system.moveClock(this.now);
  }

  may(actor: Actor, permission: string, episode: Episode): boolean {
    return decide(this.world, actor, episode, this.now).permissions.has(permission);
  }
  /** An actor: an even number picks a permitted person, an odd one any person who can sign in. */
  someone(permission: string, episode: Episode, who: number): Actor {
    const all = this.world.actors.filter((one) => signsIn(one) && one.left === null);
    const able = all.filter((one) => this.may(one, permission, episode));
    return choose(who % 3 < 2 && able.length > 0 ? able : all, Math.floor(who / 3))!;
  }

  /** Compares the model's expectation of an act with its result; a completed act is recorded. */
  compareResult(
    actor: Actor,
    episode: Episode,
    what: string,
    allowed: boolean,
    done: boolean,
    answer: string,
  ): void {
    this.tally.counts('act', 1, 1);
    if (allowed) this.tally.yes++;
    this.log.push(
      `${new Date(this.now).toISOString()} ${actor.key} ${done ? '' : 'may not: '}${what} (${episode.name})`,
    );
    if (allowed === done) return;
    const reaches = decide(this.world, actor, episode, this.now).visibilities.map(({ reach }) => reach);
    const difference: Difference = {
      who: `${actor.key} (${actor.role})`,
      about: episode.name,
      at: new Date(this.now).toISOString(),
      question: `act: ${what}`,
      model: String(allowed),
      system: `${done} ${answer}`,
      because: reaches.join(', ') || 'no reach',
    };
    this.tally.differences.push(difference);
  }

  /** An act by the API. Returns the body if it succeeded. */
  async call(
    actor: Actor,
    episode: Episode,
    what: string,
    allowed: boolean,
    path: string,
    body: object = {},
  ): Promise<Answer['body'] | null> {
    const answer = await (await this.system.api(actor)).post(path, body);
    const done = answer.status < 300;
    this.compareResult(actor, episode, what, allowed, done, `${answer.status} ${answer.text.slice(0, 300)}`);
    return done ? answer.body : null;
  }

  /** An act by SQL under the runtime role, where no API exists. It succeeded if it wrote a row. */
  async write(
    actor: Actor,
    episode: Episode,
    what: string,
    allowed: boolean,
    sql: string,
    values: unknown[],
  ): Promise<boolean> {
    let refusal = 'nothing written';
    let done = false;
    try {
      done =
        (await this.system.sql(actor, `with done as (${sql} returning 1) select * from done`, values))
          .length > 0;
    } catch (error) {
      refusal = (error as Error).message;
    }
    this.compareResult(actor, episode, what, allowed, done, refusal);
    return done;
  }

  /** A new family: its children with a shared carer, and an episode opened by a practitioner. */
  async open(opener: Actor, howMany: number, locality: number): Promise<Episode> {
    const children: string[] = [];
    let mother: string | undefined;
    for (let nth = 0; nth < howMany; nth++) {
      const child = await this.recordChild(opener, locality + nth, mother);
      mother ??= child.carers[0]!.id;
      children.push(child.id);
    }
    const answer = await (
      await this.system.api(opener)
    ).post('/episodes', { childIds: children, reason: 'Invented: asks for help.' });
    if (answer.status !== 201) throw new Error(`Not opened: ${answer.status} ${answer.text}`);
    const episode: Episode = {
      id: answer.body.id,
      name: `episode ${this.world.episodes.length + 1}, opened by ${opener.key}`,
      openedAt: this.now,
      openingAgency: opener.agency,
      children,
      joined: new Map(),
      left: new Map(),
      closedAt: null,
      atLevel4: false,
      closing: null,
      authorships: [{ id: '', person: opener.person, agency: opener.agency, from: this.now, to: null }],
      leads: [],
      deputies: [],
      team: [],
      consents: [],
      withdrawals: [],
      stepUps: [],
      panelItems: [],
      emergencies: [],
      draws: [],
      items: [],
    };
    this.world.episodes.push(episode);
    this.log.push(
      `${new Date(this.now).toISOString()} ${opener.key} opens ${episode.name} for ${howMany} child(ren), locality ${locality % 2}`,
    );
    if (this.world.episodes.length > 2) return episode;
    for (const person of [children[0]!, ...this.world.children.get(children[0]!)!.carers.map(({ id }) => id)])
      this.family.push({
        key: `family ${this.family.length + 1} of ${episode.name}`,
        person,
        agency: randomUUID(),
        role: 'family',
        post: randomUUID(),
        locality: null,
        left: null,
      });
    return episode;
  }

  /** A newly recorded child, with a father of their own and the mother of the family or one of their own. */
  async recordChild(by: Actor, locality: number, carerId?: string): Promise<Child> {
    const localityId = choose(this.localities, locality)!;
    const name = randomUUID()
      .replace(/[^a-f]/g, '')
      .slice(0, 10);
    // Too young to decide for themselves: the ledger's own tests cover whose decision counts.
    const birthday = new Date(Date.UTC(2017, 0, 1 + (born++ % 3000))).toISOString().slice(0, 10);
    const kin = { relationship: 'mother', parentalResponsibility: 'yes', livesWithChild: true };
    const father = { name: `Father ${name}`, relationship: 'father', parentalResponsibility: 'no' };
    const familyName = randomUUID().replace(/[^a-f]/g, '');
    const answer = await (
      await this.system.api(by)
    ).post('/children', {
      givenNames: name,
      familyName,
      sex: 'F',
      dateOfBirth: birthday,
      localityId,
      details: { address: '1 Invented Street', postcode: 'LE67 3AA', telephone: '01632 960001' },
      carers: [carerId ? { carerId, ...kin } : { name: `Mother ${name}`, ...kin }, father],
    });
    if (answer.status !== 201) throw new Error(`Not recorded: ${answer.status} ${answer.text}`);
    const id = answer.body.id as string;
    const carers = await this.system.asOwner<{
      id: string;
      pr: Carer['parentalResponsibility'];
      lives: boolean | null;
    }>(
      `select carer_id as id, parental_responsibility as pr, lives_with_child as lives from child_carers
       where child_id = $1 order by relationship desc`,
      [id],
    );
    const child: Child = {
      id,
      name: `${name} ${familyName}`,
      born: birthday,
      locality: localityId,
      names: [],
      carers: carers.map((one) => ({ id: one.id, parentalResponsibility: one.pr, livesWith: one.lives })),
    };
    this.world.children.set(id, child);
    return child;
  }
}
