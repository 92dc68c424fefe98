import { query } from '#libs/platform';

export interface RequestListItem {
  readonly id: string;
  readonly episodeId: string;
  readonly childId: string;
  readonly child: string;
  readonly kind: string;
  readonly about: string;
  readonly aboutName: string | null;
  readonly requester: string;
  readonly requesterCapacity: string;
  readonly receivedOn: string;
  readonly identityCheckedOn: string | null;
  readonly extendedToldOn: string | null;
  readonly acknowledgedOn: string | null;
  readonly decision: string | null;
  readonly finishedAt: Date | null;
  readonly pauses: readonly { readonly fromOn: string; readonly toOn: string | null }[];
}
export interface PassedOnRequest {
  readonly id: string;
  readonly episodeId: string;
  readonly childId: string;
  readonly child: string;
  readonly kind: string;
  readonly receivedOn: string;
  readonly state: string;
}
export interface RequestEvent {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly what: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

const COLUMNS = `r.id, r.episode_id, r.child_id,
  btrim(k.given_names || ' ' || k.family_name) as child, r.kind, r.about, r.about_name, r.requester,
  r.requester_capacity, r.received_on, r.identity_checked_on, r.extended_told_on, r.acknowledged_on,
  r.decision, r.finished_at,
  coalesce((select json_agg(json_build_object('fromOn', p.from_on, 'toOn', p.to_on) order by p.from_on)
    from rights_request_pauses p where p.request_id = r.id), '[]') as pauses`;

/** The register, the oldest first while open and the latest first when finished, after the row with that id. */
export function registered(finished: boolean, limit: number, after?: string): Promise<RequestListItem[]> {
  const [order, beyond] = finished ? ['desc', '<'] : ['asc', '>'];
  return query(
    `select ${COLUMNS} from rights_requests r join children k on k.id = r.child_id
     where (r.finished_at is not null) = $1
       and ($2::uuid is null or (r.received_on, r.id) ${beyond} (select a.received_on, a.id from rights_requests a where a.id = $2))
     order by r.received_on ${order}, r.id ${order} limit $3`,
    [finished, after ?? null, limit],
  );
}

/** Requests that the reader passed on, with their status, the latest first. */
export function passedOn(id: string | null): Promise<PassedOnRequest[]> {
  return query(
    `select m.id, m.episode_id, m.child_id,
       btrim(k.given_names || ' ' || k.family_name) as child, m.kind, m.received_on, m.state
     from access.forwarded_requests() m join children k on k.id = m.child_id where $1::uuid is null or m.id = $1
     order by m.received_on desc, m.id desc`,
    [id],
  );
}

export function eventsOf(requestId: string): Promise<RequestEvent[]> {
  return query(
    `select e.id, e.at, p.name as by, e.what, e.changes from rights_request_events e
     left join practitioners p on p.id = e.practitioner_id where e.request_id = $1 order by e.at desc, e.id`,
    [requestId],
  );
}
