import { HEAD_COLUMNS } from './head.js';
import { ENTRY_COLUMNS } from './leaf.js';
import { AT_ONCE, HEADS_AT_ONCE } from './log-lines.js';
import { LOG_LOCK } from './log-sealer.js';

/** Shared: readers do not wait for each other, only for the sealer. */
export const SHARED_LOCK = `select pg_advisory_xact_lock_shared(${LOG_LOCK})`;
export const MOMENT = "select date_trunc('milliseconds', clock_timestamp()) as moment";
export const LAST_HEAD = `select ${HEAD_COLUMNS} from audit.heads h order by h.batch desc limit 1`;

/** Leaves after $1 up to $2 with their entries. `lost` says which leaves have none anywhere. */
export const leavesSql = (lost: string): string => `
  select l.number::float8 as number, l.hash, l.content, ${lost} as lost, ${ENTRY_COLUMNS},
    case when e.salt is null and l.content is not null then (
      select case when bool_or(s.number is not null) then 'erased' else 'being erased' end
      from audit.entries r left join audit.leaves s on s.entry_id = r.id and s.number <= $2::bigint
      where r.act = 'erase log content' and r.subject_id = e.id having count(*) > 0) end as erasure
  from audit.leaves l left join audit.entries e on e.id = l.entry_id
  where l.number > $1::bigint and l.number <= $2::bigint
  order by l.number limit ${AT_ONCE}`;

export const HEADS = `
  select ${HEAD_COLUMNS} from audit.heads h where h.batch > $1 and h.batch <= $2 order by h.batch limit ${HEADS_AT_ONCE}`;
