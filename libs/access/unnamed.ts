import { db } from '#libs/platform';
import { UNNAMED_AGENCIES, UNNAMED_PEOPLE, type UnnamedAgency } from '#libs/terms';

/** Agencies that work with the family or may know of it, counted by why they are not named. */
export type UnnamedInvolved = Readonly<Record<UnnamedAgency, number>>;

/**
 * A name in SQL, or its placeholder where `why` (from access.unnamed_people or access.unnamed_agencies) is not null.
 */
export const personNameSql = (name: string, why: string): string => nameSql(name, why, UNNAMED_PEOPLE);
export const agencyNameSql = (name: string, why: string): string => nameSql(name, why, UNNAMED_AGENCIES);

function nameSql(name: string, why: string, words: Readonly<Record<UnnamedAgency, string>>): string {
  return `case ${why} when 'sensitive' then '${words.sensitive}' when 'protected' then '${words.protected}' else ${name} end`;
}

/**
 * How the signed-in practitioner signs a message about an episode: without their agency where its name would reveal too
 * much.
 */
export async function signature(episodeId: string): Promise<string> {
  const [row] = (await db().query(
    `select p.name, case when not access.is_sender_unnamed($1) then g.name end as agency
     from access.actor() a join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id`,
    [episodeId],
  )) as [{ name: string; agency: string | null }];
  return row.agency ? `${row.name}, ${row.agency}` : 'A practitioner';
}
