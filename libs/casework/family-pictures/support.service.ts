import { Injectable } from '@nestjs/common';
import type { UnnamedInvolved } from '#libs/access';
import { query } from '#libs/platform';

/** A practitioner who works with the family now, with the agency for which they do. */
export interface Supporter {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly agency: { readonly id: string; readonly name: string };
  readonly leads: boolean;
  /** Sends reports, does not attend. */
  readonly onlyReports: boolean;
}

/** Who helps a child by an open episode, as far as the reader may know. */
@Injectable()
export class SupportService {
  supportersOf(childId: string): Promise<Supporter[]> {
    return query(SUPPORTERS, [childId]);
  }

  /** Agencies that are involved and not named to the reader, counted by why. */
  async unnamedOf(childId: string): Promise<UnnamedInvolved> {
    const rows = await query<{ why: keyof UnnamedInvolved; agencies: number }>(UNNAMED, [childId]);
    return {
      sensitive: 0,
      protected: 0,
      ...Object.fromEntries(rows.map(({ why, agencies }) => [why, agencies])),
    };
  }
}

const OPEN = `select f.episode_id from episode_children f join episodes e on e.id = f.episode_id
  where f.child_id = $1 and f.removed_at is null and e.closed_at is null`;
const SUPPORTERS = `
  select p.id, p.name, p.job_title, json_build_object('id', g.id, 'name', g.name) as agency,
    bool_or(w.part = 'lead') as leads, bool_and(w.part = 'report_only') as only_reports
  from (
    select practitioner_id, agency_id, 'lead' as part from lead_professional_appointments
      where episode_id in (${OPEN}) and ended_at is null
    union all select practitioner_id, agency_id, team_role from team_members where episode_id in (${OPEN}) and left_at is null
    union all select practitioner_id, agency_id, 'author' from authorships where episode_id in (${OPEN}) and ended_at is null) w
  join practitioners p on p.id = w.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  join agencies g on g.id = w.agency_id
  group by p.id, g.id order by bool_or(w.part = 'lead') desc, access.name_order(g.name), p.name_order, p.id`;
const UNNAMED = `
  select u.why, max(u.agencies)::int as agencies from (${OPEN}) o cross join lateral access.unnamed_involved(o.episode_id) u
  group by u.why`;
