-- An agency that closes: its posts end with its last day, nothing new begins there, and those concerned are told.

-- The instant at which a last day is over.
create function access.end_of_day(day date) returns timestamptz
  language sql stable set search_path = ''
  as $$ select platform.london_instant(day + 1) $$;

-- No post lasts beyond the last day of its agency.
create function access.assert_agency_open() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if exists (select from public.agencies g where g.id = new.agency_id and g.ended_on is not null
      and (new.ended_at is null or new.ended_at > access.end_of_day(g.ended_on))) then
    raise exception 'The agency closes before' using errcode = '23514', constraint = 'posts_agency_open';
  end if;
  return null;
end $$;
create constraint trigger posts_agency_open after insert or update of ended_at on posts
  for each row execute function access.assert_agency_open();

-- Roles that another agency can take over: a coordinator, the front door and governance are the authority's.
create function access.roles_that_move() returns text[]
  language sql immutable set search_path = ''
  as $$ select '{practitioner,manager,panel_member,panel_chair,business_support}'::text[] $$;

-- Do offices of the authority work in this agency, now or from a coming day?
create function access.has_offices(agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o where o.agency_id = agency and (o.ended_at is null or o.ended_at > platform.now())
      and o.role <> 'agency_administrator' and o.role <> all(access.roles_that_move()))
  $$;

-- Tells people of an agency, by their roles there, each once; with a proposal, the message asks to answer it.
create function access.tell_agency(agency uuid, roles text[], subject text, body text, href text, proposal uuid default null) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
    select gen_random_uuid(), k.practitioner_id, subject, body, href, date_trunc('milliseconds', platform.now()),
      case when proposal is not null then 'agency_closure' end, proposal
    from (select distinct o.practitioner_id from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      where o.agency_id = agency and o.role = any(roles) and platform.is_now(o.began_at, o.ended_at)
        and o.practitioner_id is distinct from access.me()) k
  $$;

-- Tells the system administrators who proposed a closure and agreed to it.
create function access.tell_closers(closure uuid, subject text, body text) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select distinct on (o.practitioner_id) gen_random_uuid(), o.practitioner_id, subject, body,
      '/directory/agencies/' || c.agency_id || '/closing', date_trunc('milliseconds', platform.now())
    from public.agency_closures c
    join public.posts o on o.practitioner_id in (c.proposed_by, c.agreed_by) and o.role = 'system_administrator'
      and platform.is_now(o.began_at, o.ended_at)
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where c.id = closure and o.practitioner_id is distinct from access.me()
  $$;

-- Tells the person who answers for each open family that shares with this agency.
create function access.tell_families_of(agency uuid, subject text, body text) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), r.person, subject, body, '/episodes/' || r.episode || '/consents',
      date_trunc('milliseconds', platform.now())
    from (select distinct e.id as episode, access.responsible_besides(e.id, null) as person
      from public.episodes e join access.grants g on g.episode_id = e.id and g.reach = 'agency' and g.subject_id = agency
        and g.begins <= platform.now() and g.ends > platform.now()
      where e.closed_at is null) r
    where r.person is not null and access.reaches_tier(r.episode, r.person, 0::smallint)
  $$;

-- The end that a post would have without the closure of its agency.
create function access.end_without_closure(post uuid) returns timestamptz
  language sql stable security definer set search_path = ''
  as $$
    select case when k.id is null then o.ended_at else p.ended_before end
    from public.posts o
    left join (public.agency_closure_posts p
      join public.agency_closures k on k.id = p.closure_id and k.agreed_at is not null and k.called_off_at is null)
      on p.post_id = o.id and not p.given and o.ended_at = access.end_of_day(k.last_day)
    where o.id = post
  $$;

-- Keeps the end that a post begun in a closing agency would have without the closure, so that calling it off gives it back.
create function access.record_closing_post(post uuid, ended_before timestamptz) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.agency_closure_posts (closure_id, post_id, ended_before, given)
    select c.id, o.id, record_closing_post.ended_before, false
    from public.posts o
    join public.agency_closures c on c.agency_id = o.agency_id and c.agreed_at is not null and c.called_off_at is null
    where o.id = post and o.ended_at = access.end_of_day(c.last_day)
  $$;

-- A proposal to which no one agreed before its last day ends by itself. Gives how many.
create function access.lapse_agency_closures() returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  lapsed integer := 0;
  one record;
begin
  for one in
    update public.agency_closures c set called_off_at = moment
    where c.agreed_at is null and c.called_off_at is null and c.last_day <= platform.london_date(moment)
    returning c.id, c.agency_id
  loop
    perform access.tell_agency(one.agency_id, '{agency_administrator}', 'Your agency does not close',
      'No one agreed to the proposal to close your agency before its last day, so it has lapsed.', '/people');
    perform access.tell_closers(one.id, 'An agency does not close',
      'No one agreed to your proposal to close an agency before its last day, so it has lapsed.');
    lapsed := lapsed + 1;
  end loop;
  return lapsed;
end $$;

-- Proposes that an agency closes after this day. Its administrators are asked; where it has none, another system administrator.
create function access.propose_agency_closure(closure uuid, agency uuid, last_day date, successor uuid, moves_people boolean, reason text)
  returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  me record;
begin
  select * into me from access.actor();
  if not access.allows('agencies.manage') or agency = me.agency_id
     or not exists (select from public.agencies g where g.id = agency and g.authority_id = me.authority_id and g.ended_on is null) then
    raise exception 'This agency cannot be closed here' using errcode = '42501';
  end if;
  if access.has_offices(agency) then
    raise exception 'It has offices of the authority' using errcode = '23514', constraint = 'agency_closures_offices';
  end if;
  perform access.lapse_agency_closures();
  if last_day < platform.london_date(platform.now()) + 14 then
    raise exception 'A closure needs 14 days' using errcode = '23514', constraint = 'agency_closures_notice';
  end if;
  if successor is not null and not exists (select from public.agencies g where g.id = successor and g.ended_on is null) then
    raise exception 'The agency that takes over must stay open' using errcode = '23514', constraint = 'agency_closures_successor';
  end if;
  insert into public.agency_closures (id, agency_id, last_day, successor_id, moves_people, reason, proposed_by, proposed_at)
  values (closure, agency, last_day, successor, moves_people, reason, me.practitioner_id, date_trunc('milliseconds', platform.now()));
  perform access.tell_agency(agency, '{agency_administrator}', 'Your agency may close',
    'The system administrator proposes to close your agency. Read what it means for your people, and agree or call it off.', '/people/closing', closure);
  if access.lacks_administrator(agency) then
    perform access.tell_agency(me.agency_id, '{system_administrator}', 'An agency may close',
      'A colleague proposes to close an agency that has no administrator. Read the proposal, and agree or call it off.',
      '/directory/agencies/' || agency || '/closing', closure);
  end if;
end $$;
grant execute on function access.propose_agency_closure(uuid,uuid,date,uuid,boolean,text) to bridges_app;

-- Agrees to a closure, which a second person does. Every post of the agency ends with the last day; people who move have their
-- post at the agency that takes over from today, so that work can be handed over to it.
create function access.agree_agency_closure(closure uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  me record;
  c public.agency_closures;
  last_instant timestamptz;
  day text;
begin
  select * into me from access.actor();
  select x.* into c from public.agency_closures x where x.id = closure and x.called_off_at is null and x.agreed_at is null for update;
  if c.id is null or c.proposed_by = me.practitioner_id
     or not ((access.allows('people.manage') and c.agency_id = me.agency_id)
       or (access.allows('agencies.manage') and access.lacks_administrator(c.agency_id))) then
    raise exception 'There is no such proposal' using errcode = '42501';
  end if;
  if c.last_day <= platform.london_date(moment) then
    raise exception 'The last day has passed' using errcode = '23514', constraint = 'agency_closures_late';
  end if;
  if exists (select from public.agencies g where g.id = c.successor_id and g.ended_on is not null) then
    raise exception 'The agency that takes over closes too' using errcode = '23514', constraint = 'agency_closures_successor';
  end if;
  if access.has_offices(c.agency_id) then
    raise exception 'It has offices of the authority' using errcode = '23514', constraint = 'agency_closures_offices';
  end if;
  last_instant := access.end_of_day(c.last_day);
  day := to_char(c.last_day, 'FMDD FMMonth YYYY');
  insert into public.agency_closure_posts (closure_id, post_id, ended_before, given)
  select c.id, o.id, o.ended_at, false from public.posts o
  where o.agency_id = c.agency_id and (o.ended_at is null or o.ended_at > last_instant);
  if c.moves_people then
    with given as (
      insert into public.posts (id, practitioner_id, agency_id, team_id, locality_id, role, began_at, given_by)
      select gen_random_uuid(), o.practitioner_id, c.successor_id, null, o.locality_id, o.role, moment, me.practitioner_id
      from (select distinct on (o.practitioner_id, o.role) o.* from public.posts o
        join public.practitioners p on p.id = o.practitioner_id and p.left_at is null
        where o.agency_id = c.agency_id and o.ended_at is null and o.covers_for is null and o.began_at <= moment
          and o.role = any(access.roles_that_move())
          and not exists (select from public.posts x where x.practitioner_id = o.practitioner_id and x.agency_id = c.successor_id
            and x.role = o.role and (x.ended_at is null or x.ended_at > moment))
        order by o.practitioner_id, o.role, o.began_at, o.id) o
      returning id)
    insert into public.agency_closure_posts (closure_id, post_id, given) select c.id, g.id, true from given g;
  end if;
  update public.posts o set ended_at = last_instant, version = o.version + 1
  where o.agency_id = c.agency_id and (o.ended_at is null or o.ended_at > last_instant) and o.began_at < last_instant;
  -- A post that was to begin after the last day ends as it begins.
  update public.posts o set ended_at = o.began_at, version = o.version + 1
  where o.agency_id = c.agency_id and o.ended_at is distinct from o.began_at and o.began_at >= last_instant;
  update public.agencies g set ended_on = c.last_day, successor_id = c.successor_id, version = g.version + 1 where g.id = c.agency_id;
  update public.agency_closures x set agreed_by = me.practitioner_id, agreed_at = moment where x.id = c.id;

  perform access.tell_agency(c.agency_id,
    array(select distinct o.role from public.posts o where o.agency_id = c.agency_id), 'Your agency closes',
    'Your agency closes after ' || day || '. Hand over your work with families before then: your access ends with that day.', '/');
  if c.successor_id is not null then
    perform access.tell_agency(c.successor_id, '{agency_administrator}', 'Your agency takes over from another',
      'An agency closes after ' || day || ' and yours takes over.' ||
      case when c.moves_people then ' Its people have posts with you from today. Check their roles.' else '' end, '/people');
  end if;
  -- What a family agreed to share with one agency it has not agreed to share with another.
  perform access.tell_families_of(c.agency_id, 'An agency that a family shares with closes',
    'An agency that a family shares with closes after ' || day || '. Ask the family whether another agency may know instead.');
end $$;
grant execute on function access.agree_agency_closure(uuid) to bridges_app;

-- Calls a closure off, until the end of its last day. Posts end when they would have ended; those given at the agency that was to
-- take over end now, and the job for ended posts settles them.
create function access.call_off_agency_closure(closure uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  me record;
  c public.agency_closures;
begin
  select * into me from access.actor();
  select x.* into c from public.agency_closures x where x.id = closure and x.called_off_at is null for update;
  if c.id is null or not (access.allows('agencies.manage') or (access.allows('people.manage') and c.agency_id = me.agency_id)) then
    raise exception 'There is no such proposal' using errcode = '42501';
  end if;
  if access.end_of_day(c.last_day) <= moment and c.agreed_at is not null then
    raise exception 'The agency has closed' using errcode = '23514', constraint = 'agency_closures_over';
  end if;
  update public.agency_closures x set called_off_by = me.practitioner_id, called_off_at = moment where x.id = c.id;
  perform access.tell_closers(c.id, 'An agency does not close',
    'The closure of an agency that you proposed or agreed to has been called off.');
  if c.agreed_at is null then
    perform access.tell_agency(c.agency_id, '{agency_administrator}', 'Your agency does not close',
      'The proposal to close your agency has been called off.', '/people');
    return;
  end if;
  update public.agencies g set ended_on = null, successor_id = null, version = g.version + 1 where g.id = c.agency_id;
  -- What a post was changed into since stands in its place, and one given back by the undoing of a departure.
  insert into public.agency_closure_posts (closure_id, post_id, ended_before, given)
  with recursive since as (
    select p.post_id, p.ended_before, p.given from public.agency_closure_posts p where p.closure_id = c.id
    union
    select n.id, s.ended_before, s.given from since s
    join public.posts o on o.id = s.post_id
    join public.posts n on n.practitioner_id = o.practitioner_id and n.agency_id = o.agency_id and n.id <> o.id
      and n.covers_for is not distinct from o.covers_for
      and (n.began_at = o.ended_at or (n.role = o.role and exists (select from public.departures d
        where d.post_id = o.id and d.undone_at = n.began_at))))
  select c.id, s.post_id, s.ended_before, s.given from since s
  on conflict do nothing;
  update public.posts o set ended_at = p.ended_before, settled_at = null, version = o.version + 1
  from public.agency_closure_posts p
  -- An earlier end that was set since stays.
  where p.closure_id = c.id and not p.given and o.id = p.post_id and o.ended_at in (access.end_of_day(c.last_day), o.began_at);
  update public.posts o set ended_at = moment, version = o.version + 1
  from public.agency_closure_posts p
  where p.closure_id = c.id and p.given and o.id = p.post_id and (o.ended_at is null or o.ended_at > moment);
  perform access.tell_agency(c.agency_id,
    array(select distinct o.role from public.posts o where o.agency_id = c.agency_id), 'Your agency does not close',
    'Your agency stays open. Your posts and access go on as before.', '/');
  perform access.tell_agency(c.successor_id, '{agency_administrator}', 'Your agency does not take over',
    'An agency that was to close stays open.' || case when c.moves_people
      then ' Posts that its people were given with you have ended.' else '' end, '/people');
  perform access.tell_families_of(c.agency_id, 'An agency that a family shares with does not close',
    'An agency that was to close stays open. What the family agreed to share with it stands.');
end $$;
grant execute on function access.call_off_agency_closure(uuid) to bridges_app;

-- What people of the administrator's agency have open, by kind: numbers, and no family.
create function access.agency_open_work() returns table (practitioner_id uuid, kind text, many integer)
  language sql stable security definer set search_path = ''
  as $$
    select s.practitioner_id, s.kind, count(*)::integer
    from access.actor() me
    join access.standings s on s.kind in ('lead', 'author', 'team', 'action', 'chair') and (s.agency_id is null or s.agency_id = me.agency_id)
    where access.allows('people.manage') and exists (select from public.posts o
      where o.practitioner_id = s.practitioner_id and o.agency_id = me.agency_id and platform.is_now(o.began_at, o.ended_at))
    group by 1, 2
  $$;
grant execute on function access.agency_open_work() to bridges_app;

-- After the last day of an agency its own systems are told nothing more; a proposal that came to nothing lapses. Gives how many
-- webhooks and proposals ended.
create function access.settle_closed_agencies() returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  ended integer;
begin
  update public.webhooks w set ended_at = moment from public.agencies g
  where g.id = w.agency_id and access.end_of_day(g.ended_on) <= moment and w.ended_at is null;
  get diagnostics ended = row_count;
  return ended + access.lapse_agency_closures();
end $$;
grant execute on function access.settle_closed_agencies() to bridges_jobs;

grant select on agency_closures to bridges_app;
create policy agency_closures_select on agency_closures for select to bridges_app
  using ((select access.allows('agencies.manage'))
    or ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a)));

do $$
declare
  of_table record;
begin
  for of_table in
    select * from (values ('agencies', 'ended_on, successor_id, version'), ('agency_closures', 'agreed_by, agreed_at, called_off_by, called_off_at')) t (name, columns)
  loop
    execute format('grant update (%s) on %I to bridges_reach', of_table.columns, of_table.name);
    execute format('create policy %I on %I for update to bridges_reach using (true)', of_table.name || '_update_by_reach', of_table.name);
  end loop;
  foreach of_table.name in array array['agency_closures', 'agency_closure_posts'] loop
    execute format('grant insert on %I to bridges_reach', of_table.name);
    execute format('create policy %I on %I for insert to bridges_reach with check (true)', of_table.name || '_insert_by_reach', of_table.name);
  end loop;
end $$;
