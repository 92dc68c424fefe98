import { Injectable } from '@nestjs/common';
import { actor, addDays, londonDate, now, query } from '#libs/platform';

interface ActionDue {
  readonly id: string;
  readonly episodeId: string;
  readonly description: string;
  readonly dueOn: string;
  readonly status: string;
  readonly version: number;
  readonly children: readonly { readonly givenNames: string; readonly familyName: string }[];
}

const WEEK = 7;

/** A practitioner's own actions, across the families they work with. */
@Injectable()
export class ActionsDueService {
  /** The practitioner's open actions that are late, and those due within seven days; the oldest date first. */
  async mine(): Promise<{ late: ActionDue[]; thisWeek: ActionDue[] }> {
    const today = londonDate(now());
    const due = await query<ActionDue>(DUE, [actor().practitionerId, addDays(today, WEEK)]);
    return {
      late: due.filter(({ dueOn }) => dueOn < today),
      thisWeek: due.filter(({ dueOn }) => dueOn >= today),
    };
  }
}

const DUE = `
  select a.id, a.episode_id, a.description, a.due_on::text as due_on, a.status, a.version,
    (select json_agg(json_build_object('givenNames', k.given_names, 'familyName', k.family_name) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = a.episode_id) as children
  from plan_actions a join episodes e on e.id = a.episode_id and e.closed_at is null
  where a.doer_practitioner_id = $1 and a.status not in ('done', 'dropped') and a.due_on <= $2
  order by a.due_on, a.id`;
