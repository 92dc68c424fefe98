interface PersonInAgency {
  readonly id: string;
  readonly name: string;
  readonly agency: { readonly id: string; readonly name: string };
}
/** A row as the reader may see it, with what they may do about it. */
export interface EmergencyRow {
  readonly id: string;
  readonly episodeId: string;
  readonly holder: PersonInAgency;
  readonly role: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly lawfulBasis: string;
  readonly tier: number;
  readonly topics: readonly string[];
  readonly protectedDetails: boolean;
  readonly hours: number;
  readonly askedAt: Date;
  readonly needsSecond: boolean;
  readonly secondedBy: { readonly id: string; readonly name: string } | null;
  readonly secondedAt: Date | null;
  readonly beginsAt: Date | null;
  readonly lapsesAt: Date | null;
  readonly endedAt: Date | null;
  readonly reviewDueOn: string;
  readonly reviewer: PersonInAgency | null;
  readonly reviewOutcome: string | null;
  readonly reviewNote: string | null;
  readonly reviewedAt: Date | null;
  readonly isMine: boolean;
  readonly isMyReview: boolean;
  readonly maySecond: boolean;
  readonly mayEnd: boolean;
  readonly mayName: boolean;
}
export interface ReviewerChoice {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agency: { readonly id: string; readonly name: string };
}

/** $1: the reader; $2: their role. Row-level security decides which rows there are. */
export const ACCESSES = `
  select x.id, x.episode_id, x.role, x.reason_code, x.reason, x.lawful_basis,
    x.tier, x.topics, x.protected_details, x.hours, x.asked_at, x.needs_second, x.seconded_at, x.begins_at,
    x.lapses_at, x.ended_at,
    x.review_due_on::text as review_due_on, x.review_outcome, x.review_note,
    x.reviewed_at,
    json_build_object('id', p.id, 'name', p.name, 'agency', json_build_object('id', g.id, 'name', g.name)) as holder,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as seconded_by,
    case when r.id is not null then
      json_build_object('id', r.id, 'name', r.name, 'agency', json_build_object('id', h.id, 'name', h.name)) end as reviewer,
    x.practitioner_id = $1 as is_mine, coalesce(x.reviewer_id = $1, false) as is_my_review,
    x.practitioner_id <> $1 and x.episode_id in (select access.may('emergency.second')) as may_second,
    x.practitioner_id = $1 or x.episode_id in (select access.may('emergency.end')) as may_end,
    x.practitioner_id <> $1 and x.episode_id in (select access.may('emergency.assign_review'))
      and ($2 = 'governance' or x.role = 'governance') as may_name
  from emergency_accesses x
  join practitioners p on p.id = x.practitioner_id
  join agencies g on g.id = x.agency_id
  left join practitioners s on s.id = x.seconded_by
  left join practitioners r on r.id = x.reviewer_id
  left join agencies h on h.id = x.reviewer_agency_id`;

export const REVIEWERS = `
  select practitioner_id as id, name, role, json_build_object('id', agency_id, 'name', agency) as agency
  from access.emergency_reviewers($1)`;

export const TOPICS = `
  select distinct substr(t, length($1::text) + 1) as topic from access.topics() t where starts_with(t, $1::text) order by 1`;
