import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, conflict, invalidField, isId, now, db, unreachable, query } from '#libs/platform';
import type { ConcernOutcome, ConcernState, WatchRuleName } from '#libs/terms';
import { AccessConcernDecision } from './access-concern.entities.js';

/**
 * A concern as its guardian reads it: who, when, how many and by which rule; about children only what is within reach.
 */
export interface AccessConcern {
  readonly id: string;
  readonly rule: WatchRuleName;
  readonly practitioner: { readonly id: string; readonly name: string; readonly jobTitle: string };
  readonly agency: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly day: string;
  readonly windowBegins: Date;
  readonly windowEnds: Date;
  readonly times: number;
  readonly subjects: number;
  readonly episodes: readonly { readonly id: string; readonly names: string | null }[];
  readonly noticedAt: Date;
  readonly state: ConcernState;
  readonly why: string | null;
  readonly explainedAt: Date | null;
  readonly decision: {
    readonly by: string;
    readonly outcome: ConcernOutcome;
    readonly note: string;
    readonly at: string;
  } | null;
}

/** The guardian's review of unusual access. */
@Injectable()
export class AccessConcernsService {
  async isGuardian(): Promise<boolean> {
    const [{ is }] = (await query<{ is: boolean }>('select access.is_guardian() as is')) as [{ is: boolean }];
    return is;
  }

  /** When the scheduled watch last scanned the log; null before its first run, and to other readers. */
  async lastRun(): Promise<Date | null> {
    const [{ at }] = (await db().query('select access.watch_last_ran() as at')) as [{ at: Date | null }];
    return at;
  }

  /** The guardian's queue, waiting concerns first; 404 to other readers. */
  async queue(state?: ConcernState): Promise<AccessConcern[]> {
    if (!(await this.isGuardian())) throw unreachable();
    const concerns = await query<AccessConcern>(CONCERNS, [state ?? null, null]);
    await audit('list access concerns', 'access_concern', { detail: { found: concerns.length } });
    return concerns;
  }

  async find(id: string): Promise<AccessConcern> {
    const [concern] = isId(id) ? await query<AccessConcern>(CONCERNS, [null, id]) : [];
    if (!concern) throw unreachable();
    return concern;
  }

  /** Closes a concern with the decision and its reason. 404 out of the guardian's reach, 409 when it is closed. */
  async decide(id: string, outcome: ConcernOutcome, note: string): Promise<void> {
    const concern = await this.find(id);
    if (!note.trim()) throw invalidField('note', 'Enter the reason for the decision');
    if (concern.state === 'closed') throw conflict('This alert is closed.');
    await db().insert(AccessConcernDecision, {
      concernId: id,
      decidedBy: actor().practitionerId,
      outcome,
      note: note.trim(),
      decidedAt: now(),
    });
    await audit('decide access concern', 'access_concern', { subjectId: id, detail: { outcome } });
  }
}

const CONCERNS = `
  select c.id, c.rule, json_build_object('id', p.id, 'name', p.name, 'jobTitle', p.job_title) as practitioner,
    json_build_object('id', g.id, 'name', g.name) as agency, c.role, c.day, c.window_begins,
    c.window_ends, c.times, c.subjects,
    coalesce((select json_agg(json_build_object('id', e, 'names', (
        select string_agg(btrim(k.given_names || ' ' || k.family_name), ', ' order by f.position)
        from episode_children f join children k on k.id = f.child_id where f.episode_id = e)) order by e)
      from unnest(c.episode_ids) e), '[]') as episodes,
    c.noticed_at, c.state, c.why, c.explained_at,
    case when d.concern_id is not null then json_build_object('by', b.name, 'outcome', d.outcome, 'note', d.note,
      'at', d.decided_at) end as decision
  from access_concerns c
  join practitioners p on p.id = c.practitioner_id
  join agencies g on g.id = c.agency_id
  join watch_rules w on w.rule = c.rule
  left join access_concern_decisions d on d.concern_id = c.id
  left join practitioners b on b.id = d.decided_by
  where ($1::text is null or c.state = $1) and ($2::uuid is null or c.id = $2)
  order by c.state = 'closed', c.state = 'open', c.day desc, w.position, p.name_order, c.id limit 200`;
