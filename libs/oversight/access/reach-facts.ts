import type { Reach } from '#libs/access';
import { date } from '#libs/page-kit';
import { actor, londonDate, now, query } from '#libs/platform';
import type { ReachFacts } from './access.rules.js';

/** The ground of each of these reaches for the reader, read from the rows that the reach derives from. */
export async function factsOf(episodeId: string, reaches: readonly Reach[]): Promise<ReachFacts> {
  const facts: Partial<Record<Reach, string>> = {};
  for (const reach of reaches) {
    const fact = await FACTS[reach]?.(episodeId);
    if (fact) facts[reach] = fact;
  }
  return facts;
}

const FACTS: Partial<Record<Reach, (episodeId: string) => Promise<string | null>>> = {
  lead: async (episodeId) => {
    const [row] = await query<{
      name: string;
      endsOn: string;
    }>(DEPUTY, [episodeId, actor().practitionerId, londonDate(now())]);
    return row
      ? `you are the deputy for ${row.name}, the lead professional, until ${date(row.endsOn)}`
      : null;
  },
  panel: async (episodeId) => {
    const rows = await query<{
      name: string;
      heldOn: string;
    }>(PANELS, [episodeId, actor().practitionerId]);
    if (rows.length === 0) return null;
    const meetings = rows.map(({ name, heldOn }) => `${name} (meeting of ${date(heldOn)})`);
    return `it is on the agenda of one of your panels: ${meetings.join('; ')}`;
  },
  support: async (episodeId) => {
    const rows = await query<{ name: string }>(SUPPORTED, [episodeId]);
    return rows.length > 0
      ? `you are business support for ${rows.map(({ name }) => name).join(' and ')}, who named you`
      : null;
  },
  sample: async (episodeId) => {
    const [row] = await query<{
      question: string;
    }>(AUDIT, [episodeId, actor().practitionerId]);
    return row
      ? `it was picked for an audit that you were asked to do: ${row.question.replace(/[.?!]$/, '')}`
      : null;
  },
};

const DEPUTY = `
  select p.name, d.ends_on::text as ends_on from lead_professional_deputies d
  join lead_professional_appointments a on a.id = d.appointment_id join practitioners p on p.id = a.practitioner_id
  where d.episode_id = $1 and d.practitioner_id = $2 and d.ended_at is null and d.begins_on <= $3 and d.ends_on >= $3
    and a.ended_at is null and a.practitioner_id <> $2
    and not exists (select from lead_professional_appointments l
      where l.episode_id = $1 and l.practitioner_id = $2 and l.ended_at is null)
  order by d.ends_on desc, d.id limit 1`;
const PANELS = `
  select n.name, t.held_on::text as held_on from panel_items i
  join panel_meetings t on t.id = i.meeting_id and t.cancelled_at is null join panels n on n.id = t.panel_id
  join panel_members m on m.panel_id = n.id and m.practitioner_id = $2 and m.left_at is null
  where i.episode_id = $1 and i.removed_at is null
    and platform.working_days_after(t.held_on, 10) >= platform.london_date(platform.now())
  order by t.held_on, access.name_order(n.name)`;
const SUPPORTED = `
  select p.name from practitioners p where p.id = any(array(select access.supported_practitioners_on($1))) order by p.name_order`;
const AUDIT = `
  select u.question from case_audits u join case_audit_draws d on d.audit_id = u.id and d.episode_id = $1
  where u.auditor_id = $2 and u.ended_at is null and u.ends_on >= platform.london_date(platform.now())
  order by u.ends_on desc, u.id limit 1`;
