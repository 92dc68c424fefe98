/** Practitioners who work, or have worked, with the family: team members, and those who opened or assessed. */
export interface Involved {
  readonly id: string;
  readonly practitioner: InvolvedPractitioner;
  readonly since: Date;
  readonly until: Date | null;
}
export interface InvolvedPractitioner {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly telephone: string | null;
  readonly agency: { readonly id: string; readonly name: string };
}
export interface Member extends Involved {
  readonly teamRole: string;
  readonly addedBy: string;
  readonly leavingReason: string | null;
}
export interface Author extends Involved {
  readonly kind: 'opener' | 'assessor';
}

/** A person with the agency they act for here; those who have left are still named beside their work. */
export const PRACTITIONER = `json_build_object('id', p.id, 'name', p.name, 'jobTitle', p.job_title,
  'telephone', p.telephone, 'agency', json_build_object('id', g.id, 'name', g.name))`;

export const MEMBERS = `
  select m.id, m.team_role, m.joined_at as since, m.left_at as until, b.name as added_by,
    m.leaving_reason, ${PRACTITIONER} as practitioner
  from team_members m join practitioners p on p.id = m.practitioner_id join agencies g on g.id = m.agency_id
  join practitioners b on b.id = m.added_by
  where m.episode_id = $1 order by m.joined_at, m.id`;

export const AUTHORS = `
  select a.id, a.kind, a.began_at as since, a.ended_at as until, ${PRACTITIONER} as practitioner
  from authorships a join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id
  where a.episode_id = $1 order by a.began_at, a.id`;

/** Everyone who works with each of the families $1 now, once each, with the agency they do it for. */
export const WORKERS = `
  select w.episode_id, p.id, p.name, p.job_title, p.telephone, json_build_object('id', g.id, 'name', g.name) as agency
  from (
    select distinct on (i.episode_id, i.practitioner_id) i.episode_id, i.practitioner_id, i.agency_id from (
      select 1 as rank, episode_id, practitioner_id, agency_id from lead_professional_appointments
        where episode_id = any($1) and ended_at is null
      union all select 2, episode_id, practitioner_id, agency_id from team_members where episode_id = any($1) and left_at is null
      union all select 3, episode_id, practitioner_id, agency_id from authorships where episode_id = any($1) and ended_at is null) i
    order by i.episode_id, i.practitioner_id, i.rank) w
  join practitioners p on p.id = w.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  join agencies g on g.id = w.agency_id
  order by p.name_order, p.id`;

/** Agencies that may know at least T1 now. */
export const AGREED_AGENCIES = `
  select g.id, g.name from agencies g
  where g.id = any(array(select s.agency_id from access.consented_tiers($1) s where s.tier = 1))
  order by access.name_order(g.name), g.id`;
