/** A post in the administrator's agency, now, before or to come. */
export interface PostView {
  readonly id: string;
  readonly role: string;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly locality: { readonly id: string; readonly name: string } | null;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  readonly status: 'current' | 'to come' | 'ended';
  readonly coversFor: { readonly id: string; readonly name: string } | null;
  readonly givenBy: string | null;
  readonly version: number;
}

/** Posts of the agency $1, as they are at the instant $2. */
export const POST = `
  select o.id, o.role, o.began_at as "beganAt", o.ended_at as "endedAt", o.version, b.name as "givenBy",
    case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
    case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as locality,
    case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as "coversFor",
    case when o.ended_at <= $2 then 'ended' when o.began_at > $2 then 'to come' else 'current' end as status
  from posts o
  left join teams t on t.id = o.team_id
  left join localities l on l.id = o.locality_id
  left join practitioners c on c.id = o.covers_for
  left join practitioners b on b.id = o.given_by
  where o.agency_id = $1`;
