import { londonDay, type Instant } from './rule-book/calendar.js';
import { decide, type Decision, readsItem } from './rule-book/decide.js';
import { answersQuestion, isListed, localityOf, SCOPES } from './rule-book/lists.js';
import { PERMISSIONS } from './rule-book/permissions.js';
import { knowsMember } from './rule-book/members.js';
import { readsMerge, recordShown } from './rule-book/merges.js';
import { isFoundBy, readsName } from './rule-book/names.js';
import { REACHES } from './rule-book/reaches.js';
import { findsInSearch, isToldOf } from './rule-book/search.js';
import { keptRecordOf } from './rule-book/records.js';
import { seesCarer, seesProtectedDetails } from './rule-book/shields.js';
import type { Actor, Episode, ModelWorld } from './rule-book/world.js';
import { signsIn } from './cast.js';
import type { System } from './system.js';

/** One question on which the rule book and the system gave different answers. */
export interface Difference {
  readonly who: string;
  readonly about: string;
  readonly at: string;
  readonly question: string;
  readonly model: string;
  readonly system: string;
  readonly because: string;
}

/** Counts of what was compared. A decision is one question about one person and one thing at one instant; it may be asked several ways. */
export class Tally {
  decisions = 0;
  answers = 0;
  yes = 0;
  sqlTime = 0;
  sqlAsks = 0;
  readonly byWay = new Map<string, number>();
  readonly byReach = new Map<string, number>();
  readonly differences: Difference[] = [];

  counts(way: string, answers: number, newDecisions: number): void {
    this.byWay.set(way, (this.byWay.get(way) ?? 0) + answers);
    this.answers += answers;
    this.decisions += newDecisions;
  }
}

interface Group {
  readonly key: string;
  readonly count: number;
}
/** The scope that each role's caseload counts. */
const COUNTED: Readonly<Record<string, 'agency' | 'locality' | 'all'>> = {
  manager: 'agency',
  coordinator: 'locality',
  front_door: 'all',
};

const SENSITIVE = [
  'mental_health',
  'sexual_health',
  'substance_misuse',
  'domestic_abuse',
  'offending',
  'immigration',
  'adult_health',
];

/** Everything one person may know and do about these episodes, in one statement under their own claim. */
const QUESTION = (contacts: string): string => `select json_build_object(
  'may', (select coalesce(json_agg(p || ' ' || id), '[]') from unnest($2::text[]) p, lateral access.may(p) id where id = any($1)),
  'ways', (select coalesce(json_agg(e || ' ' || a.permission || ' by ' || a.reach), '[]') from unnest($4::uuid[]) e, lateral access.abilities(e) a),
  'topics', (select coalesce(json_agg(t), '[]') from access.topics() t where split_part(t, ' ', 1) = any($1::text[])),
  'contact', (select coalesce(json_agg(c), '[]') from access.may_contact() c where c = any($3)),
  'episodes', (select coalesce(json_agg(id), '[]') from episodes where id = any($1)),
  'records', (select coalesce(json_agg(episode_id), '[]') from episode_records where episode_id = any($1)),
  'members', (select coalesce(json_agg(episode_id || ' ' || child_id), '[]') from episode_children where episode_id = any($1)),
  'children', (select coalesce(json_agg(id), '[]') from children where id = any($3)),
  'details', (select coalesce(json_agg(child_id), '[]') from child_details where child_id = any($3)),
  'contacts', (${contacts}),
  'index', (select coalesce(json_agg(x.child_id), '[]') from access.index_entries($3) x),
  'carers', (select coalesce(json_agg(c), '[]') from access.may_contact_carer() c where c = any($5)),
  'consents', (select coalesce(json_agg(distinct episode_id), '[]') from consents where episode_id = any($1)),
  'notes', (select coalesce(json_agg(id), '[]') from chronology_notes where episode_id = any($1)),
  'questions', (select coalesce(json_agg(id), '[]') from access_questions),
  'names', (select coalesce(json_agg(id), '[]') from child_names where child_id = any($3)),
  'merges', (select coalesce(json_agg(id), '[]') from child_merges)
) as answer`;
type Answer = Readonly<Record<string, readonly string[]>>;

export class Comparison {
  constructor(
    private readonly system: System,
    private readonly tally: Tally,
  ) {
    this.contacts = system.keepsContactsApart
      ? "select coalesce(json_agg(child_id), '[]') from child_contacts where child_id = any($3)"
      : "select '[]'::json";
  }
  /** Tables that hold an address; a row can be hidden only where contact details are stored separately. */
  private readonly contacts: string;

  /** One person at one instant, about many episodes, by SQL. */
  async bySql(
    world: ModelWorld,
    actor: Actor,
    episodes: readonly Episode[],
    now: Instant,
    turn = 0,
  ): Promise<void> {
    // access.abilities runs once per episode and costs the most: ask it about two in turn; the other queries cover all.
    const closely = new Set([
      episodes[turn % episodes.length]!.id,
      episodes[(turn + 3) % episodes.length]!.id,
    ]);
    const children = [...new Set(episodes.flatMap((one) => one.children))];
    const began = performance.now();
    const [row] = await this.system.sql<{ answer: Answer }>(actor, QUESTION(this.contacts), [
      episodes.map(({ id }) => id),
      PERMISSIONS,
      children,
      [...closely],
      children.flatMap((id) => world.children.get(id)!.carers.map((carer) => carer.id)),
    ]);
    this.tally.sqlTime += performance.now() - began;
    this.tally.sqlAsks++;
    const sets = Object.fromEntries(Object.entries(row!.answer).map(([key, list]) => [key, new Set(list)]));
    const has = (what: string, key: string): boolean => sets[what]!.has(key);
    for (const episode of episodes) {
      const decision = decide(world, actor, episode, now);
      const ask = this.asker(actor, episode, now, decision);
      for (const permission of PERMISSIONS) {
        const expected = decision.permissions.has(permission);
        ask('access.may', permission, expected, has('may', `${permission} ${episode.id}`));
        for (const reach of closely.has(episode.id) ? REACHES : []) {
          const way = `${permission} by ${reach}`;
          const reachesHeld = decision.ways.has(way);
          const answered = has('ways', `${episode.id} ${way}`);
          // Most pairs are meaningless; count only those that either side grants.
          if (reachesHeld || answered) ask('access.abilities', way, reachesHeld, answered, 0);
        }
      }
      for (const reach of REACHES) {
        const holds = decision.visibilities.some((one) => one.reach === reach && one.tiers.has(0));
        if (holds) this.tally.byReach.set(reach, (this.tally.byReach.get(reach) ?? 0) + 1);
        if (closely.has(episode.id))
          ask('abilities: reach', reach, holds, has('ways', `${episode.id} episode.read by ${reach}`));
      }
      for (const topic of SENSITIVE)
        ask('access.topics', topic, decision.topics.has(topic), has('topics', `${episode.id} ${topic}`));
      const may = decision.permissions;
      ask('raw episodes', 'T0', may.has('episode.read'), has('episodes', episode.id));
      for (const child of episode.children)
        if (episode.joined.has(child) || episode.left.has(child))
          ask(
            'raw members',
            episode.left.has(child) ? 'a child who left' : 'a child who joined',
            knowsMember(world, actor, episode, child, 'episode.read', now),
            has('members', `${episode.id} ${child}`),
          );
      ask('raw records', 'T2', may.has('record.read'), has('records', episode.id));
      if (episode.consents.length > 0)
        ask('raw consents', 'ledger', may.has('consent.read'), has('consents', episode.id));
      for (const item of episode.items)
        ask(
          'raw notes',
          `note (${item.topic || 'plain'})`,
          readsItem(decision, actor, item),
          has('notes', item.id),
        );
    }
    for (const childId of children) this.aboutChild(world, actor, childId, now, has);
    for (const merge of world.merges)
      this.asker(
        actor,
        world.episodes.find((one) => one.children.includes(merge.kept))!,
        now,
      )(
        'raw merges',
        merge.decision === 'approved' ? 'a merge' : 'a proposal',
        readsMerge(world, actor, merge, now),
        has('merges', merge.id),
      );
    for (const question of world.questions)
      this.asker(actor, question.episode, now)(
        'raw questions',
        'to answer',
        answersQuestion(world, actor, question, now),
        has('questions', question.id),
      );
  }

  private aboutChild(
    world: ModelWorld,
    actor: Actor,
    childId: string,
    now: Instant,
    has: (what: string, key: string) => boolean,
  ): void {
    const child = world.children.get(childId)!;
    const episodes = world.episodes.filter((one) => one.children.includes(childId));
    const any = (permission: string): boolean =>
      episodes.some((one) => knowsMember(world, actor, one, childId, permission, now));
    const contact = seesProtectedDetails(world, actor, child, now);
    const ask = this.asker(actor, episodes[0]!, now);
    ask('index', 'entry', isToldOf(world, actor, child, now), has('index', childId));
    for (const { id } of child.carers)
      ask('access.may_contact_carer', 'carer', seesCarer(world, actor, id, now), has('carers', id));
    for (const name of child.names)
      ask(
        'raw names',
        name.isSealed ? 'a sealed name' : 'a further name',
        readsName(world, actor, child, name, now),
        has('names', name.id),
      );
    ask('raw children', 'child T0', any('episode.read'), has('children', childId));
    ask('raw details', 'child T1', any('family.read'), has('details', childId));
    ask('access.may_contact', 'contact', contact, has('contact', childId));
    if (this.system.keepsContactsApart) ask('raw contacts', 'contact', contact, has('contacts', childId), 0);
  }

  /** One person and one episode by API and, where requested, by the pages. */
  async byApiAndPages(
    world: ModelWorld,
    actor: Actor,
    episode: Episode,
    now: Instant,
    pages: boolean,
  ): Promise<void> {
    if (!signsIn(actor)) return;
    const decision = decide(world, actor, episode, now);
    const ask = this.asker(actor, episode, now, decision);
    const api = await this.system.api(actor);
    const answer = await api.get(`/episodes/${episode.id}`);
    const t0 = decision.permissions.has('episode.read');
    ask('GET /episodes/{id}', 'found', t0, answer.status === 200);
    if (!t0 && answer.status !== 404 && answer.status !== 403)
      ask('GET /episodes/{id}', 'refused as not found', '404 or 403', String(answer.status));
    if (t0 && answer.status === 200) {
      const sorted = (list: Iterable<string>): string => [...list].sort().join(' ');
      ask(
        'abilities shown',
        'abilities',
        sorted(decision.permissions),
        sorted(answer.body.abilities as string[]),
      );
      const reaches = new Set([...decision.ways].map((way) => way.split(' by ')[1]!));
      ask('reaches shown', 'reaches', sorted(reaches), sorted(answer.body.reaches as string[]));
      ask('record shown', 'T2', decision.permissions.has('record.read'), answer.body.status !== null);
    }
    const plan = await api.get(`/episodes/${episode.id}/plan`);
    ask('GET /episodes/{id}/plan', 'plan', decision.permissions.has('record.read'), plan.status === 200);
    const childId = episode.children[0]!;
    const child = await api.get(`/children/${childId}?alone=yes`);
    const visible = world.episodes
      .filter((one) => one.children.includes(childId))
      .some((one) => knowsMember(world, actor, one, childId, 'episode.read', now));
    ask('GET /children/{id}', 'child', visible, child.status === 200);
    if (visible && child.status === 200) {
      const family = world.episodes
        .filter((one) => one.children.includes(childId))
        .some((one) => knowsMember(world, actor, one, childId, 'family.read', now));
      ask('child details shown', 'details', family, child.body.details !== null);
      const contact = seesProtectedDetails(world, actor, world.children.get(childId)!, now);
      if (family && this.system.keepsContactsApart)
        ask('address shown', 'address', contact, Boolean(child.body.details?.address));
    }
    if (visible && keptRecordOf(world, childId) !== null) {
      const led = await api.get(`/children/${childId}`);
      ask('GET /children/{id}', 'record', recordShown(world, actor, childId, now), led.body.id);
    }
    const record = world.children.get(childId)!;
    const hits = await this.system.sql<{ id: string }>(
      actor,
      'select child_id as id from access.search_children($1, $2, null, 50)',
      [record.name, record.born],
    );
    ask(
      'search by name',
      'child',
      findsInSearch(world, actor, record, now),
      hits.some(({ id }) => id === childId),
    );
    const kept = keptRecordOf(world, childId);
    if (kept !== null)
      ask(
        'search by name',
        'the kept record, by the name of the other',
        isToldOf(world, actor, record, now) && isToldOf(world, actor, world.children.get(kept)!, now),
        hits.some(({ id }) => id === kept),
      );
    await this.byFurtherNames(world, actor, episode, now);
    await this.byLists(world, actor, now);
    if (!pages) return;
    const browser = await this.system.pages(actor);
    const page = await browser.get(`/episodes/${episode.id}`);
    ask('page of the episode', 'page', t0, page.status === 200);
    const planPage = await browser.get(`/episodes/${episode.id}/plan`);
    ask('page of the plan', 'plan page', decision.permissions.has('record.read'), planPage.status === 200);
  }

  /** Whom a search for each other name of the children tells this person of: the record, or the one it is kept under. */
  private async byFurtherNames(
    world: ModelWorld,
    actor: Actor,
    episode: Episode,
    now: Instant,
  ): Promise<void> {
    const ask = this.asker(actor, episode, now);
    for (const child of episode.children.map((id) => world.children.get(id)!))
      for (const name of child.names) {
        const hits = await this.system.sql<{ id: string }>(
          actor,
          'select child_id as id from access.search_children($1, null, null, 50)',
          [name.text],
        );
        const isHit = (id: string): boolean => hits.some((one) => one.id === id);
        const question = name.isSealed ? 'a child by a sealed name' : 'a child by a further name';
        const found = isFoundBy(world, actor, child, name, now);
        const kept = keptRecordOf(world, child.id);
        const isLedOn = kept !== null && isToldOf(world, actor, world.children.get(kept)!, now);
        // The same name of the kept record finds that one by itself.
        const keptName = kept && world.children.get(kept)!.names.find(({ text }) => text === name.text);
        ask('search by further name', question, found && !isLedOn, isHit(child.id));
        if (kept !== null && !keptName)
          ask('search by further name', `${question}, under the kept record`, found && isLedOn, isHit(kept));
      }
  }

  /** What each list shows this person, and what the caseload counts. Roles without lists get none. */
  private async byLists(world: ModelWorld, actor: Actor, now: Instant): Promise<void> {
    const api = await this.system.api(actor);
    for (const scope of SCOPES) {
      // A manager may open the families of the whole agency; other practitioners see only those within reach.
      if (scope === 'agency' && actor.role !== 'manager') continue;
      const answer = await api.get(`/episodes?scope=${scope}&limit=200`);
      const listed = new Set(((answer.body.items ?? []) as { id: string }[]).map(({ id }) => id));
      if (answer.status === 403) continue;
      for (const episode of world.episodes) {
        const expected = isListed(world, actor, episode, scope, now);
        this.asker(actor, episode, now)(
          `GET /episodes?scope=${scope}`,
          'listed',
          expected,
          listed.has(episode.id),
        );
      }
    }
    const scope = COUNTED[actor.role];
    if (!scope || this.system.holdsMore) return;
    // The clock is read for reaches and deadlines. That a family's episode closed is an act, which no clock undoes.
    const counted = world.episodes.filter(
      (one) => one.closedAt === null && isListed(world, actor, one, scope, now),
    );
    const caseload = await api.get('/caseload?by=locality');
    const ask = this.asker(actor, world.episodes[0]!, now);
    ask('GET /caseload', 'families', String(counted.length), String(caseload.body.total));
    if (world.shields.length > 0) return;
    const rows = new Map((caseload.body.groups as Group[]).map(({ key, count }) => [key, count]));
    for (const place of new Set(world.episodes.map((one) => localityOf(world, one)))) {
      const there = counted.filter((one) => localityOf(world, one) === place);
      ask('GET /caseload?by=locality', 'families', String(there.length), String(rows.get(place) ?? 0));
    }
  }

  private asker(actor: Actor, episode: Episode, now: Instant, decision?: Decision) {
    return (way: string, question: string, model: unknown, system: unknown, decisions = 1): void => {
      this.tally.counts(way, 1, decisions);
      if (model === true) this.tally.yes++;
      if (model === system) return;
      const reachesHeld = decision?.visibilities.map(
        ({ reach, tiers, topics }) =>
          `${reach} (T${[...tiers].sort().join('')}${[...topics].map((t) => ` ${t}`).join('')})`,
      );
      this.tally.differences.push({
        who: `${actor.key} (${actor.role})`,
        about: episode.name,
        at: `${new Date(now).toISOString()} (${londonDay(now)})`,
        question: `${way}: ${question}`,
        model: String(model),
        system: String(system),
        because: reachesHeld ? reachesHeld.join(', ') || 'no reach' : '',
      });
    };
  }
}
