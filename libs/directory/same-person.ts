import { actor, invalidField, now, query } from '#libs/platform';

interface Named {
  readonly name: string;
  readonly telephone?: string | null;
  readonly email?: string | null;
}

/**
 * Throws 422 where a person of the administrator's own agency has this email address, or this name and telephone number.
 * People of other agencies are never compared: the answer would tell who is where.
 */
export async function assertNotColleague({ name, telephone, email }: Named): Promise<void> {
  const [same] = await query<{ name: string; isSameEmail: boolean }>(
    `select p.name, lower(p.email) = lower($3) as is_same_email from practitioners p
     where exists (select from posts o where o.practitioner_id = p.id and o.agency_id = $4 and (o.ended_at is null or o.ended_at > $5))
       and (lower(p.email) = lower($3) or (p.telephone = $2 and access.same_name(p.name) = access.same_name($1)))
     order by lower(p.email) = lower($3) desc nulls last, p.id limit 1`,
    [name, telephone ?? null, email ?? null, actor().agencyId, now()],
  );
  if (!same) return;
  const alike = same.isSameEmail ? 'has this email address' : 'has this name and telephone number';
  throw invalidField(
    'otherPersonConfirmed',
    `${same.name}, who works here, ${alike}. Confirm that this is another person, or give them another post instead`,
  );
}

/** Throws 422 where an agency has the same name in other words or spelling; the directory is read by everyone. */
export async function assertNotListed(name: string): Promise<void> {
  const [same] = await query<{ name: string }>(
    `select g.name from agencies g where access.same_name(g.name) = access.same_name($1) and lower(g.name) <> lower($1)
       and (g.ended_on is null or g.ended_on >= platform.london_date(platform.now())) order by g.id limit 1`,
    [name],
  );
  if (same)
    throw invalidField(
      'otherAgencyConfirmed',
      `${same.name} is in the directory already. Confirm that this is another agency`,
    );
}
