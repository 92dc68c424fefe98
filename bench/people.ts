import { hashPassword } from '#libs/accounts';
import { newId } from '#libs/platform';
import { DEMO_PASSWORD } from '../apps/console/src/seed/index.js';
import { type Database, query } from './databases.js';

export interface Person {
  readonly who: string;
  readonly username: string;
  readonly practitionerId: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly role: string;
  /** The id named by the rows that grant this person's reach. */
  readonly subjectId: string;
  /** Open episodes that this person can list. */
  readonly reaches: number;
}
type PostHolder = Omit<Person, 'who' | 'username'>;

/** The same four people in every figure: the biggest manager comes last but one, a practitioner of the same agency first. */
export async function people({ adminUrl }: Database) {
  const inPosts = (role: string): Promise<PostHolder[]> =>
    query<PostHolder>(adminUrl, REACHING, [role, REACHES[role]]);
  const managers = await inPosts('manager');
  const biggest = managers[0]!;
  const practitioners = (await inPosts('practitioner')).filter(
    ({ agencyId }) => agencyId === biggest.agencyId,
  );
  return {
    practitioner: toPerson('practitioner', practitioners[Math.floor(practitioners.length / 2)]!),
    manager: toPerson('manager', nearest(managers, 1_700)),
    biggest: toPerson('biggest manager', biggest),
    coordinator: toPerson('coordinator', nearest(await inPosts('coordinator'), 5_000)),
  };
}
export type People = Awaited<ReturnType<typeof people>>;

const toPerson = (who: string, holder: PostHolder): Person => ({
  who,
  username: `bench.${who.replace(' ', '.')}`,
  ...holder,
});
const nearest = (holders: readonly PostHolder[], wanted: number): PostHolder =>
  holders.reduce((best, one) =>
    Math.abs(one.reaches - wanted) < Math.abs(best.reaches - wanted) ? one : best,
  );

/** The practitioners whose own work is nearest to this many open families. */
export async function practitionersWith(
  { adminUrl }: Database,
  families: number,
  most: number,
): Promise<PostHolder[]> {
  const role = 'practitioner';
  const all = await query<PostHolder>(adminUrl, REACHING, [role, REACHES[role]]);
  const off = ({ reaches }: PostHolder): number => Math.abs(reaches - families);
  return all.sort((one, other) => off(one) - off(other)).slice(0, most);
}

/** Gives these people accounts with the demo password. */
export async function giveAccounts({ adminUrl }: Database, persons: readonly Person[]): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const { username, practitionerId } of persons)
    await query(
      adminUrl,
      'insert into auth.accounts (id, username, password_hash, practitioner_id) values ($1, $2, $3, $4)',
      [newId(), username, hash, practitionerId],
    );
}

/** Open episodes with a plan that all of these people can read permanently. */
export async function episodesOf(
  { adminUrl }: Database,
  persons: readonly Person[],
  limit: number,
): Promise<string[]> {
  const reached = persons.map(
    (_someone, n) => `exists (select from access.grants g where g.episode_id = e.id and g.tier = 2
      and g.begins <= now() and g.ends = 'infinity' and g.subject_id = $${2 * n + 1} and g.reach = any($${2 * n + 2}))`,
  );
  const episodes = await query<{ id: string }>(
    adminUrl,
    `select e.id from episodes e join delivery_plans d on d.episode_id = e.id
     where e.closed_at is null and ${reached.join(' and ')} order by e.id limit ${limit}`,
    persons.flatMap(({ subjectId, role }) => [subjectId, REACHES[role]]),
  );
  return episodes.map(({ id }) => id);
}

const REACHES: Record<string, string[]> = {
  manager: ['manager'],
  practitioner: ['author', 'lead', 'team'],
  lead: ['lead'],
  coordinator: ['coordinator'],
};

/** Posts of one role in the first county, widest reach first. */
const REACHING = `
  with posted as (
    select o.id, o.practitioner_id, o.agency_id, o.role,
      case o.role when 'manager' then o.agency_id when 'coordinator' then o.locality_id else o.practitioner_id end as subject_id
    from posts o
    join agencies a on a.id = o.agency_id
    join authorities c on c.id = a.authority_id and c.gss_code not like 'SYN%'
    where o.role = $1 and o.ended_at is null)
  select o.practitioner_id as "practitionerId", o.id as "postId", o.agency_id as "agencyId", o.role,
    o.subject_id as "subjectId", r.reaches
  from posted o
  join (
    select g.subject_id, count(distinct e.id)::int as reaches
    from access.grants g join episodes e on e.id = g.episode_id and e.closed_at is null
    where g.reach = any($2) and g.tier = 0 group by g.subject_id) r on r.subject_id = o.subject_id
  order by r.reaches desc, o.id`;
