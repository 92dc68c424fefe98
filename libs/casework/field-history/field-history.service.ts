import { Injectable } from '@nestjs/common';
import { permitOn, personNameSql } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { query } from '#libs/platform';

/** One field that was given another value, and who did it; values are as they were stored. */
export interface FieldChange {
  readonly id: string;
  readonly relation: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly changedAt: Date;
  /** Null where the program made the change, or the reader may not know who did. */
  readonly changedBy: string | null;
  /** The carer, school, outcome or action that it is about; null for the child. */
  readonly about: string | null;
}

/** How many changes a page shows: the latest. */
const MAX_CHANGES = 200;

/** Who changed which field of a record, from what to what and when, for those who may read the field now. */
@Injectable()
export class FieldHistoryService {
  constructor(private readonly children: ChildrenService) {}

  /** Changes of a child's details and of their carers', the latest first; 404 when the child is out of reach. */
  async ofChild(childId: string): Promise<FieldChange[]> {
    await this.children.find(childId);
    return query(OF_CHILD, [childId, MAX_CHANGES]);
  }

  /** Changes of an episode's outcomes and actions, the latest first; 404 below T2. */
  async ofPlan(episodeId: string): Promise<FieldChange[]> {
    await permitOn(episodeId, 'record.read');
    return query(OF_PLAN, [episodeId, MAX_CHANGES]);
  }
}

const byChild = personNameSql('p.name', 'unnamed.why');
const OF_CHILD = `
  select c.id, c.relation, c.field,
    case when c.field = 'locality_id' then to_jsonb((select l.name from localities l where l.id::text = c.before #>> '{}')) else c.before end as before,
    case when c.field = 'locality_id' then to_jsonb((select l.name from localities l where l.id::text = c.after #>> '{}')) else c.after end as after,
    c.changed_at, ${byChild} as changed_by, c.about
  from (
    select h.id, h.relation, h.field, h.before, h.after, h.changed_at, h.changed_by,
      case h.relation
        when 'child_schools' then (select s.setting from child_schools s where s.id = h.row_id)
        when 'child_references' then (select r.system from child_references r where r.id = h.row_id) end as about
    from child_changes h where h.child_id = $1
    union all
    select h.id, 'child_carers', h.field, to_jsonb(h.was), to_jsonb(h.became), h.changed_at, h.changed_by, k.name
    from child_carer_changes h join carers k on k.id = h.carer_id where h.child_id = $1
    union all
    select h.id, 'carers', h.field, to_jsonb(h.was), to_jsonb(h.became), h.changed_at, h.changed_by, k.name
    from carer_changes h join carers k on k.id = h.carer_id
    where h.carer_id in (select l.carer_id from child_carers l where l.child_id = $1)
  ) c
  left join practitioners p on p.id = c.changed_by
  left join lateral (select u.why from episode_children f, access.unnamed_people(f.episode_id) u
    where f.child_id = $1 and u.practitioner_id = c.changed_by limit 1) unnamed on true
  order by c.changed_at desc, c.id desc limit $2`;

const OF_PLAN = `
  select c.id, c.relation, c.field,
    case when c.field = 'doer_practitioner_id' then to_jsonb((select ${personNameSql('w.name', 'v.why')} from practitioners w
      left join access.unnamed_people($1) v on v.practitioner_id = w.id where w.id = (c.before #>> '{}')::uuid limit 1))
      else c.before end as before,
    case when c.field = 'doer_practitioner_id' then to_jsonb((select ${personNameSql('w.name', 'v.why')} from practitioners w
      left join access.unnamed_people($1) v on v.practitioner_id = w.id where w.id = (c.after #>> '{}')::uuid limit 1))
      else c.after end as after,
    c.changed_at, ${personNameSql('p.name', 'unnamed.why')} as changed_by,
    coalesce((select o.description from plan_outcomes o where o.id = c.row_id),
      (select a.description from plan_actions a where a.id = c.row_id)) as about
  from plan_changes c
  left join practitioners p on p.id = c.changed_by
  left join lateral (select u.why from access.unnamed_people($1) u where u.practitioner_id = c.changed_by limit 1) unnamed on true
  where c.episode_id = $1
  order by c.changed_at desc, c.id desc limit $2`;
