-- Odd access: quiet rules over the log of who read what. What they notice goes to a named guardian, after the person
-- was asked why. The log itself stays closed to everybody but those who may read an episode's.

-- Limits are rows, so that an authority sets its own. `hours` is how long after a refusal an opening counts; the other
-- rules count by the day.
create table watch_rules (
  rule text primary key,
  position smallint not null,
  threshold integer not null check (threshold between 1 and 1000),
  hours integer check (hours between 1 and 168),
  active boolean not null default true,
  exempt_roles text[] not null default '{}',
  version integer not null default 1
);
insert into watch_rules (rule, position, threshold, hours, exempt_roles) values
  ('same_surname', 1, 1, null, '{}'),
  ('carers_surname', 2, 1, null, '{}'),
  ('colleagues_relative', 3, 1, null, '{}'),
  ('relatives_postcode', 4, 1, null, '{}'),
  ('many_records', 5, 40, null, '{}'),
  -- The front door's duty team answers at night.
  ('out_of_hours', 6, 10, null, '{front_door}'),
  ('opened_after_refusal', 7, 1, 24, '{}'),
  ('index_probing', 8, 15, null, '{}'),
  ('emergency_runs', 9, 3, null, '{}');
call access.protect('watch_rules');
create policy read on watch_rules for select to bridges_app using ((select access.allows('concern.review')));
create policy change on watch_rules for update to bridges_app using ((select access.allows('watch.set')));
grant select on watch_rules to bridges_app;
grant update (threshold, hours, active, version) on watch_rules to bridges_app;

-- Whom an agency names; without one, the governance lead of the authority.
create table guardians (
  id uuid primary key,
  agency_id uuid not null references agencies on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  named_by uuid not null references practitioners on delete restrict,
  named_at timestamptz not null,
  ended_at timestamptz,
  check (ended_at is null or ended_at >= named_at)
);
create unique index guardians_one on guardians (agency_id) where ended_at is null;
create index guardians_practitioner on guardians (practitioner_id);
call access.protect('guardians');
create policy read on guardians for select to bridges_app using ((select access.me()) is not null);
create policy name on guardians for insert to bridges_app with check (
  (select access.allows('guardian.name')) and named_by = (select access.me())
  and agency_id = (select a.agency_id from access.actor() a) and access.works_for(practitioner_id, agency_id));
create policy release on guardians for update to bridges_app
  using ((select access.allows('guardian.name')) and agency_id = (select a.agency_id from access.actor() a));
grant select, insert on guardians to bridges_app;
grant update (ended_at) on guardians to bridges_app;

-- One for each rule, person, subject and day, however often the log is looked through.
create table access_concerns (
  id uuid primary key,
  rule text not null references watch_rules on delete restrict,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  -- What was opened, where the rule is about one record; else it is about a day's whole.
  episode_id uuid references episodes on delete restrict,
  child_id uuid references children on delete restrict,
  day date not null,
  window_begins timestamptz not null,
  window_ends timestamptz not null,
  times integer not null check (times > 0),
  subjects integer not null check (subjects > 0),
  episode_ids uuid[] not null default '{}',
  noticed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'explained', 'closed')),
  why text check (length(why) between 1 and 500),
  explained_at timestamptz,
  check ((why is null) = (explained_at is null)),
  check (state <> 'explained' or why is not null),
  constraint access_concerns_once unique nulls not distinct (rule, practitioner_id, episode_id, child_id, day)
);
create index access_concerns_practitioner on access_concerns (practitioner_id, state);
create index access_concerns_agency on access_concerns (agency_id, state);
call access.protect('access_concerns');
grant insert on access_concerns to bridges_reach;
grant update (state, why, explained_at) on access_concerns to bridges_reach;
create policy notice on access_concerns for insert to bridges_reach with check (true);
create policy move on access_concerns for update to bridges_reach using (true);

create table access_concern_decisions (
  concern_id uuid primary key references access_concerns on delete restrict,
  decided_by uuid not null references practitioners on delete restrict,
  outcome text not null check (outcome in ('good_reason', 'reminded', 'taken_further')),
  note text not null check (length(note) between 1 and 2000),
  decided_at timestamptz not null
);
call access.protect('access_concern_decisions');

-- Who answers for this person's opening of records: the guardian whom their agency named, else the governance lead, else
-- the front door; never the person themselves.
create function access.guardians_of(agency uuid, subject uuid)
  returns table (practitioner_id uuid, agency_id uuid, role text)
  language sql stable security definer set search_path = ''
  as $$
    with live as (
      select o.practitioner_id, o.agency_id, o.role, g.authority_id
      from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      join public.agencies g on g.id = o.agency_id
      where o.practitioner_id <> subject and (o.ended_at is null or o.ended_at > platform.now())
        and g.authority_id = (select a.authority_id from public.agencies a where a.id = agency)
    ), named as (
      select l.practitioner_id, l.agency_id, null::text from live l
      join public.guardians n on n.practitioner_id = l.practitioner_id and n.agency_id = agency and n.ended_at is null
      where l.agency_id = agency
    ), lead as (select l.practitioner_id, l.agency_id, l.role from live l where l.role = 'governance'),
    last as (select l.practitioner_id, l.agency_id, l.role from live l where l.role = 'front_door')
    select * from named
    union select * from lead where not exists (select from named)
    union select * from last where not exists (select from named) and not exists (select from lead)
  $$;
alter function access.guardians_of(uuid, uuid) owner to bridges_reach;

-- Is the signed-in practitioner, in this post, guardian of anybody?
create function access.is_guardian() returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.actor() a where a.role = 'governance'
      or exists (select from public.guardians g where g.practitioner_id = a.practitioner_id
        and g.agency_id = a.agency_id and g.ended_at is null)
      or (a.role = 'front_door' and exists (select from public.access_concerns c
        join lateral access.guardians_of(c.agency_id, c.practitioner_id) w
          on w.practitioner_id = a.practitioner_id and w.role = a.role
        where c.practitioner_id <> a.practitioner_id)))
  $$;
grant execute on function access.is_guardian() to bridges_app;
alter function access.is_guardian() owner to bridges_reach;

create function access.concerns_to_review() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select c.id
    from access.actor() a
    join (select distinct x.agency_id, x.practitioner_id from public.access_concerns x) s
      on s.practitioner_id <> a.practitioner_id and (select access.is_guardian())
    join lateral access.guardians_of(s.agency_id, s.practitioner_id) w on w.practitioner_id = a.practitioner_id
      and w.agency_id = a.agency_id and (w.role is null or w.role = a.role)
    join public.access_concerns c on c.agency_id = s.agency_id and c.practitioner_id = s.practitioner_id
  $$;
grant execute on function access.concerns_to_review() to bridges_app;
alter function access.concerns_to_review() owner to bridges_reach;

create policy review on access_concerns for select to bridges_app
  using (id = any(array(select access.concerns_to_review())));
grant select on access_concerns to bridges_app;
create policy review on access_concern_decisions for select to bridges_app
  using (concern_id = any(array(select access.concerns_to_review())));
create policy decide on access_concern_decisions for insert to bridges_app
  with check (decided_by = (select access.me()) and concern_id = any(array(select access.concerns_to_review())));
grant select, insert on access_concern_decisions to bridges_app;

-- A decision closes the concern, and is never one's own.
create function access.close_concern() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.access_concerns c set state = 'closed' where c.id = new.concern_id and c.practitioner_id <> new.decided_by;
  if not found then
    raise exception 'Nobody decides on a concern about themselves' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger close after insert on access_concern_decisions for each row execute function access.close_concern();

-- The person is asked why, once a day however much was noticed. The message names neither rule nor child.
create function access.ask_why() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.access_concerns c
      where c.practitioner_id = new.practitioner_id and c.day = new.day and c.id <> new.id) then
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    values (gen_random_uuid(), new.practitioner_id, 'Please say why in one line',
      'The guardian of records asks about what you opened or looked for on ' || to_char(new.day, 'FMDD FMMonth YYYY')
        || '. Most such questions have a good answer.',
      '/access-concerns/mine/' || new.id, platform.now());
  end if;
  return null;
end $$;
create trigger ask_why after insert on access_concerns for each row execute function access.ask_why();

-- What the person asked may know: when and how many, and which records as far as they still reach them. Not the rule: it
-- could tell that a child is somebody's relative.
create function access.my_concerns()
  returns table (id uuid, kind text, day date, times integer, subjects integer, episode_ids uuid[], state text, why text,
    explained_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, case when c.rule = 'index_probing' then 'searches' else 'records' end, c.day, c.times, c.subjects,
      array(select e from unnest(c.episode_ids) e where e in (select access.may('episode.read')) order by 1),
      c.state, c.why, c.explained_at
    from public.access_concerns c where c.practitioner_id = (select access.me())
    order by c.day desc, c.id
  $$;
grant execute on function access.my_concerns() to bridges_app;
alter function access.my_concerns() owner to bridges_reach;

create function access.explain_concern(concern uuid, words text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.access_concerns c set state = 'explained', why = words, explained_at = platform.now()
    where c.id = concern and c.practitioner_id = access.me() and c.state = 'open';
  return found;
end $$;
grant execute on function access.explain_concern(uuid, text) to bridges_app;
alter function access.explain_concern(uuid, text) owner to bridges_reach;

-- Attempts that were refused, with the id that was asked for, whether or not anything bears it. Nobody reads them but the
-- watch.
create table audit.refusals (
  id uuid primary key,
  at timestamptz not null,
  practitioner_id uuid not null references practitioners on delete restrict,
  agency_id uuid not null references agencies on delete restrict,
  role text not null,
  status smallint not null,
  method text not null,
  subject_kind text not null,
  subject_id uuid not null,
  request_id uuid
);
create index refusals_practitioner on audit.refusals (practitioner_id, subject_id, at);
create index refusals_at on audit.refusals (at);
call access.protect('audit.refusals');
create policy write on audit.refusals for insert to bridges_app with check (practitioner_id = (select access.me()));
grant select, insert on audit.refusals to bridges_app;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.close_concern() owner to bridges_reach;
alter function access.ask_why() owner to bridges_reach;
