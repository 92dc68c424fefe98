-- Permission to answer a question to the coordinator follows the child too. A question is kept with the locality that it was
-- asked in; where the episode or child now has another, the coordinators there answer. Where none of them may, every
-- coordinator of the area does.
create function access.locality_to_ask(thing uuid, asked_in uuid, asker uuid, area uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select min(o.locality_id::text)::uuid
    from public.posts o join public.agencies g on g.id = o.agency_id and g.authority_id = area
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where o.role = 'coordinator' and o.locality_id = coalesce(access.coordinating_locality(thing), asked_in)
      and platform.is_now(o.began_at, o.ended_at)
      and o.practitioner_id <> asker and not access.is_withheld_from(o.practitioner_id, thing)
  $$;

create function access.record_change_of_people() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update access.signing_keys set people_changed = gen_random_uuid();
  return null;
end $$;

-- Does this person work for another agency than this one, now or from a coming day?
create function access.works_beyond(person uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o where o.practitioner_id = person and o.agency_id <> agency
      and (o.ended_at is null or o.ended_at > platform.now()))
  $$;
grant execute on function access.works_beyond(uuid, uuid) to bridges_app;

-- May the asker give this person a post in this agency? Not to a person of another agency: who gives a post keeps the account.
create function access.may_be_given_post(person uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select not access.works_beyond(person, agency) or exists (select from public.posts o
      where o.practitioner_id = person and o.agency_id = agency and platform.is_now(o.began_at, o.ended_at))
  $$;
grant execute on function access.may_be_given_post(uuid, uuid) to bridges_app;

-- May an administrator set this end of a post? A midnight in London to come, none, or the end that it has.
create function access.may_end_post_at(post uuid, moment timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select moment is null or (moment > platform.now()
      and (moment = platform.london_instant(platform.london_date(moment))
        or moment = (select o.ended_at from public.posts o where o.id = post)))
  $$;
grant execute on function access.may_end_post_at(uuid, timestamptz) to bridges_app;

-- Has no administrator of this agency an account that is in use?
create function access.lacks_administrator(agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select not exists (
      select from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      join auth.accounts c on c.practitioner_id = o.practitioner_id and c.suspended_at is null
      where o.agency_id = agency and o.role = 'agency_administrator'
        and platform.is_now(o.began_at, o.ended_at))
  $$;
grant execute on function access.lacks_administrator(uuid) to bridges_app;

grant select on levels_of_need to bridges_app, bridges_auth;

grant select on authorities to bridges_app, bridges_auth;

grant select on localities to bridges_app, bridges_auth;

grant select, insert on agencies to bridges_app;
grant select on agencies to bridges_auth;
-- When it closes is written by access.agree_agency_closure.
grant update (name, kind, telephone, version) on agencies to bridges_app;
create policy agencies_select on agencies for select to bridges_app, bridges_auth
  using (true);
create policy agencies_insert on agencies for insert to bridges_app
  with check ((select access.allows('agencies.manage')));
create policy agencies_update on agencies for update to bridges_app
  using ((select access.allows('agencies.manage')));

create trigger record_change after update on agencies for each statement execute function access.record_change_of_people();

grant select, insert on teams to bridges_app;
grant select on teams to bridges_auth;
grant update (locality_id, name, version) on teams to bridges_app;
create policy teams_select on teams for select to bridges_app, bridges_auth
  using (true);
create policy teams_insert on teams for insert to bridges_app
  with check ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
create policy teams_update on teams for update to bridges_app
  using ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));

grant select on practitioners to bridges_auth;
grant select, insert on practitioners to bridges_app;
grant update (name, job_title, telephone, email, version) on practitioners to bridges_app;
-- Colleagues' names and work contacts are for every signed-in practitioner, and no one else.
create policy practitioners_select on practitioners for select to bridges_app
  using ((select access.me()) is not null);
create policy practitioners_select_by_auth on practitioners for select to bridges_auth
  using (true);
create policy practitioners_insert on practitioners for insert to bridges_app
  with check ((select access.allows('people.manage')) or (select access.allows('agencies.manage')));
create policy practitioners_update on practitioners for update to bridges_app
  using ((select access.allows('people.manage')) and exists (
    select from posts p, access.actor() a where p.practitioner_id = practitioners.id and p.agency_id = a.agency_id
      and (p.ended_at is null or p.ended_at >= platform.now())));

create trigger record_change after update on practitioners for each statement execute function access.record_change_of_people();

grant select on posts to bridges_auth;
grant select, insert on posts to bridges_app;
grant update (ended_at, version) on posts to bridges_app;
create policy posts_select on posts for select to bridges_app
  using ((select access.me()) is not null);
create policy posts_select_by_auth on posts for select to bridges_auth
  using (true);
create policy posts_insert on posts for insert to bridges_app
  with check ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a));
-- An agency's first administrator is named by the system administrator; later ones by those before them.
create policy posts_insert_first_administrator on posts for insert to bridges_app
  with check ((select access.allows('agencies.manage')) and role = 'agency_administrator'
    and access.lacks_administrator(agency_id) and not access.works_beyond(practitioner_id, agency_id));
create policy posts_insert_own_people on posts as restrictive for insert to bridges_app
  with check (access.may_be_given_post(practitioner_id, agency_id));
create policy posts_insert_given on posts as restrictive for insert to bridges_app
  with check (access.gives_role(role));
-- A last day to come may be set or moved: a post ends at a midnight in London. What ends at once goes through access.leave,
-- which passes on what is open.
create policy posts_update on posts for update to bridges_app
  using ((select access.allows('people.manage')) and agency_id = (select a.agency_id from access.actor() a)
    and (ended_at is null or ended_at > platform.now()))
  with check (access.may_end_post_at(id, ended_at));

create trigger record_change after update on posts for each statement execute function access.record_change_of_people();
create trigger refresh_grants_on_insert after insert on posts referencing new table as changed
  for each statement execute function access.refresh_grants_of_posts();
create trigger refresh_grants_on_update after update on posts referencing new table as changed
  for each statement execute function access.refresh_grants_of_posts();

grant select, insert on directory_services to bridges_app;
grant update (agency_id, name, description, level, audience, telephone, version) on directory_services to bridges_app;
create policy directory_services_select on directory_services for select to bridges_app
  using (true);
create policy directory_services_insert on directory_services for insert to bridges_app
  with check ((select access.allows('directory.edit')));
create policy directory_services_update on directory_services for update to bridges_app
  using ((select access.allows('directory.edit')));

grant select, insert on front_doors to bridges_app;
grant update (name, telephone, hours, out_of_hours_telephone, changed_by, changed_at, version)
  on front_doors to bridges_app;
create policy front_doors_select on front_doors for select to bridges_app
  using ((select access.me()) is not null);
create policy front_doors_insert on front_doors for insert to bridges_app
  with check ((select access.allows('settings.change')) and changed_by = (select access.me())
    and authority_id = (select a.authority_id from access.actor() a)
    and (locality_id is null or exists (select from localities l where l.id = locality_id and l.authority_id = front_doors.authority_id)));
create policy front_doors_update on front_doors for update to bridges_app
  using ((select access.allows('settings.change')) and authority_id = (select a.authority_id from access.actor() a))
  with check (changed_by = (select access.me()));
