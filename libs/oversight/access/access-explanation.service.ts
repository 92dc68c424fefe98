import { Injectable } from '@nestjs/common';
import { type Abilities, permitOn, type Reach } from '#libs/access';
import { actor, instantOf, invalidField, isId, now, db, query } from '#libs/platform';
import type { SensitiveTopic } from '#libs/terms';
import { type Closed, endingOf, inOneLine, type Reason, whyNot, whySentences } from './access.rules.js';
import { factsOf } from './reach-facts.js';

export interface CurrentViewer {
  readonly id: string;
  readonly name: string;
  readonly agency: { readonly id: string; readonly name: string };
  readonly reaches: readonly Reach[];
  readonly tier: number;
  readonly ends: Date | null;
}

/** One person's act on one day, with a count. */
export interface LoggedVisit {
  readonly id: string;
  readonly name: string;
  readonly agency: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly act: string;
  readonly times: number;
  readonly at: Date;
  readonly reaches: readonly Reach[];
  readonly reason: string | null;
}

const PAGE = 50;
/** Reaches whose ground in this episode every page has to state. */
const EXPLAINED_REACHES: readonly Reach[] = ['lead', 'panel', 'emergency', 'support', 'sample'];

/** Why a reader sees an episode, who else can, and who opened it: derived from the same grants that decide. */
@Injectable()
export class AccessExplanationService {
  /** The sentences for the reader, and what stays closed to them. */
  async why(episodeId: string): Promise<{ why: string[]; whyNot: Closed[] }> {
    const abilities = await permitOn(episodeId, 'episode.read');
    const reasons = await query<Reason>(REASONS, [episodeId]);
    const topics = await query<{
      topic: SensitiveTopic;
      agreed: boolean;
    }>(TOPICS, [`${episodeId} `]);
    const [{ openingAgencyId, lead }] = (await query<{ openingAgencyId: string; lead: string | null }>(
      EPISODE,
      [episodeId],
    )) as [{ openingAgencyId: string; lead: string | null }];
    const isOwnRecord = openingAgencyId === actor().agencyId;
    return {
      why: whySentences(
        reasons,
        topics.filter((row) => row.agreed).map((row) => row.topic),
        isOwnRecord,
        await factsOf(episodeId, abilities.reaches),
        now(),
        topics.filter((row) => !row.agreed).map((row) => row.topic),
      ),
      whyNot: whyNot({
        role: actor().role,
        reaches: abilities.reaches,
        basic: abilities.may('family.read'),
        record: abilities.may('record.read'),
        lead,
      }),
    };
  }

  /** The same in one line, for the head of every page: the reaches, and an end date for those that expire. */
  async inOneLine({ episodeId, reaches }: Abilities): Promise<string> {
    const explained = reaches.filter((reach) => EXPLAINED_REACHES.includes(reach));
    const facts = explained.length > 0 ? await factsOf(episodeId, reaches) : {};
    const reasons = explained.length > 0 ? await query<Reason>(REASONS, [episodeId]) : [];
    const ends = new Map<Reach, string>();
    for (const reason of reasons)
      if (explained.includes(reason.reach) && reason.reach !== 'lead' && reason.reach !== 'support')
        ends.set(reason.reach, endingOf(reason, now()));
    return inOneLine(reaches, facts, ends);
  }

  /** Everyone who can see the episode now, by name; null to a reader who may not ask. */
  async whoCan(abilities: Abilities): Promise<CurrentViewer[] | null> {
    return abilities.may('access.explain') ? db().query(WHO_CAN, [abilities.episodeId]) : null;
  }

  /** Visits and acts, the latest first, a page at a time; null to a reader who may not see the log. */
  async whoLooked(
    abilities: Abilities,
    cursor?: string,
  ): Promise<{ items: LoggedVisit[]; next: string | null } | null> {
    if (!abilities.may('access_log.read')) return null;
    const rows = await query<LoggedVisit & { last: string }>(WHO_LOOKED, [
      abilities.episodeId,
      ...after(cursor),
      PAGE + 1,
    ]);
    const items = rows.slice(0, PAGE);
    const next =
      rows.length > PAGE
        ? Buffer.from(`${items.at(-1)!.at.toISOString()} ${items.at(-1)!.last}`).toString('base64url')
        : null;
    return { items: items.map(({ last: _last, ...row }) => row), next };
  }
}

function after(cursor?: string): [string | null, string | null] {
  if (!cursor) return [null, null];
  const [, at, last] =
    /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z) ([0-9a-f-]{36})$/.exec(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) ?? [];
  if (!at || !instantOf(at) || !isId(last)) throw invalidField('cursor', 'The cursor must come from a list');
  return [at, last];
}

const finite = (column: string): string => `case when isfinite(${column}) then ${column} end`;

const REASONS = `
  select reach, tier, ${finite('ends')} as ends, decided_by, decided_on, valid_until
  from access.reasons($1)`;

const TOPICS = `
  select substr(t, length($1::text) + 1) as topic, t in (select access.agreed_topics()) as agreed
  from (select distinct x as t from access.topics() x where starts_with(x, $1::text)) held order by 1`;

const EPISODE = `
  select e.opening_agency_id,
    (select p.name from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id
      where a.episode_id = e.id and a.ended_at is null) as lead
  from episodes e where e.id = $1`;

const WHO_CAN = `
  select w.practitioner_id as id, w.name, json_build_object('id', w.agency_id, 'name', w.agency) as agency,
    array_agg(distinct w.reach order by w.reach) as reaches, max(w.tier) as tier,
    case when isfinite(max(w.ends)) then max(w.ends) end as ends
  from access.viewers($1) w
  where w.practitioner_id is not null
  group by w.practitioner_id, w.name, w.agency_id, w.agency
  order by access.name_order(w.agency), access.name_order(w.name), w.practitioner_id`;

const WHO_LOOKED = `
  select p.id, p.name, json_build_object('id', g.id, 'name', g.name) as agency, x.role, x.act, x.times, x.at, x.last, x.reaches, x.reason
  from (
    select practitioner_id, agency_id, role, act, reaches, reason, count(*)::int as times,
      date_trunc('milliseconds', max(at)) as at, max(id::text) as last
    from audit.entries where episode_id = $1
    group by practitioner_id, agency_id, role, act, reaches, reason, platform.london_date(at)
  ) x
  join practitioners p on p.id = x.practitioner_id join agencies g on g.id = x.agency_id
  where $2::timestamptz is null or (x.at, x.last) < ($2::timestamptz, $3::text)
  order by x.at desc, x.last desc limit $4`;
