-- Where a child lives, learns and is treated, how to ring them, and where their meetings are: tables of their own. A
-- row-level policy cannot hide a column, so whatever a shield hides is a row.

create table child_contacts (
  child_id uuid primary key references child_details on delete restrict,
  address text,
  postcode text,
  telephone text,
  -- The kind of address: a refuge is an address too.
  accommodation text,
  education_setting text,
  gp text,
  -- Says which school.
  upn text
);
create table carer_contacts (
  carer_id uuid primary key references carers on delete restrict,
  telephone text,
  address text,
  postcode text
);
create table meeting_places (
  meeting_id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (meeting_id, episode_id) references tac_meetings (id, episode_id) on delete restrict,
  place text not null
);
create index meeting_places_episode on meeting_places (episode_id);

-- The owner is under the policies as well, which give it no row: it steps aside for as long as it moves them.
alter table child_details no force row level security;
alter table carers no force row level security;
alter table tac_meetings no force row level security;
insert into child_contacts (child_id, address, postcode, telephone, accommodation, education_setting, gp, upn)
  select child_id, address, postcode, telephone, accommodation, education_setting, gp, upn from child_details;
insert into carer_contacts (carer_id, telephone, address, postcode) select id, telephone, address, postcode from carers;
insert into meeting_places (meeting_id, episode_id, place) select id, episode_id, place from tac_meetings;
-- squawk-ignore ban-drop-column
alter table child_details drop column address, drop column postcode, drop column telephone, drop column accommodation;
-- squawk-ignore ban-drop-column
alter table child_details drop column education_setting, drop column gp, drop column upn;
-- squawk-ignore ban-drop-column
alter table carers drop column telephone, drop column address, drop column postcode;
-- squawk-ignore ban-drop-column
alter table tac_meetings drop column place;
alter table child_details force row level security;
alter table carers force row level security;
alter table tac_meetings force row level security;
create index child_contacts_postcode on child_contacts (postcode);

-- Children whom a live shield hides from the signed-in person: neither named on it nor in an emergency that a second
-- person agreed to. Says nothing of reach, so it is for the functions that decide and for nobody else.
create function access.hidden_from_me() returns setof uuid
  language sql stable security definer rows 20 set search_path = ''
  as $$
    select distinct h.child_id from access.hidings h
    where h.begins <= platform.now() and h.ends > platform.now()
      and not exists (select from public.shield_names n
        where n.shield_id = h.shield_id and n.practitioner_id = (select access.me())
          and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now()))
      and not exists (select from public.emergency_accesses x
        join public.episode_children f on f.episode_id = x.episode_id and f.child_id = h.child_id
        where x.practitioner_id = (select access.me()) and x.protected_details and x.begins_at <= platform.now()
          and least(x.lapses_at, x.ended_at) > platform.now())
  $$;
grant execute on function access.hidden_from_me() to bridges_reach;
alter function access.hidden_from_me() owner to bridges_reach;

-- The same among the children within reach: what a page says "protected" of.
create function access.hidden_children() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query select k.id from access.may_child('episode.read') k (id) where k.id = any(hidden);
end $$;
grant execute on function access.hidden_children() to bridges_app;
alter function access.hidden_children() owner to bridges_reach;

-- Episodes within reach with such a child. Information governance decides about shields and brokers for whoever rings.
create function access.hidden_episodes() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query
    select distinct f.episode_id from public.episode_children f
    where f.child_id = any(hidden) and f.episode_id = any(array(select access.may('episode.read')))
      and f.episode_id <> all(array(select access.may('shield.decide')));
end $$;
grant execute on function access.hidden_episodes() to bridges_app;
alter function access.hidden_episodes() owner to bridges_reach;

-- Carers whose telephone and home the signed-in person may read: of a child whom they may contact, and not under one
-- roof with a child who is hidden from them. Somebody whom the child is kept safe from shares no roof, whatever is recorded.
create function access.may_contact_carer() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  return query
    select distinct l.carer_id from public.child_carers l
    where l.child_id = any(array(select access.may_contact()))
      and (hidden = '{}' or not exists (
        select from public.child_carers r
        where r.carer_id = l.carer_id and r.child_id = any(hidden) and r.lives_with_child is not false
          -- On a shield that holds now: what an earlier one said of them ended with it.
          and not exists (select from public.shield_unsafe_carers u
            join access.hidings h on h.shield_id = u.shield_id and h.child_id = u.child_id
              and h.begins <= platform.now() and h.ends > platform.now()
            where u.child_id = r.child_id and u.carer_id = r.carer_id)));
end $$;
grant execute on function access.may_contact_carer() to bridges_app;
alter function access.may_contact_carer() owner to bridges_reach;

-- Whoever just recorded a carer writes how to reach them; after that, whoever may read it and change the family.
create function access.is_new_carer(carer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.carers c where c.id = carer and c.recorded_by = access.me())
      and not exists (select from public.child_carers l where l.carer_id = carer)
  $$;
grant execute on function access.is_new_carer(uuid) to bridges_app;
alter function access.is_new_carer(uuid) owner to bridges_reach;

call access.protect('child_contacts');
create policy read on child_contacts for select to bridges_app using (child_id = any(array(select access.may_contact())));
create policy record on child_contacts for insert to bridges_app with check (
  child_id = any(array(select access.may_child('family.edit'))) and child_id = any(array(select access.may_contact())));
create policy change on child_contacts for update to bridges_app using (
  child_id = any(array(select access.may_child('family.edit'))) and child_id = any(array(select access.may_contact())));
grant select, insert on child_contacts to bridges_app;
grant update (address, postcode, telephone, accommodation, education_setting, gp, upn) on child_contacts to bridges_app;

call access.protect('carer_contacts');
create policy read on carer_contacts for select to bridges_app
  using (carer_id = any(array(select access.may_contact_carer())));
create policy record on carer_contacts for insert to bridges_app with check (access.is_new_carer(carer_id));
create policy change on carer_contacts for update to bridges_app using (
  carer_id = any(array(select access.may_contact_carer())) and carer_id = any(array(
    select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit'))))));
grant select, insert on carer_contacts to bridges_app;
grant update (telephone, address, postcode) on carer_contacts to bridges_app;

call access.guard_episode_table('meeting_places', 'record.read', 'meeting.convene', 'meeting.convene', 'place');
create policy shielded on meeting_places as restrictive for all to bridges_app
  using (episode_id not in (select access.hidden_episodes()))
  with check (episode_id not in (select access.hidden_episodes()));

-- No hidden field can be searched: a postcode narrows only among children whose address the searcher may read.
set local role bridges_reach;
create or replace function access.search_children(wanted_name text, wanted_birth date, wanted_postcode text, most integer)
  returns table (child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    likeness real, within_reach boolean, episode_id uuid, episode_open boolean)
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  known uuid[];
  near uuid[];
  sought text := lower(wanted_name);
begin
  if not access.allows('child.search') then return; end if;
  known := array(select access.may_child('episode.read'));
  near := array(select access.may_contact());
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
    with candidates as (
      select k.id, public.word_similarity(sought, k.search_name) as likeness from public.children k
        where sought is not null and sought operator(public.<%) k.search_name
      union
      select k.id, coalesce(public.word_similarity(sought, k.search_name), 0.5) from public.children k
        where wanted_birth is not null and (k.date_of_birth = wanted_birth or k.expected_date = wanted_birth)
      union
      select d.child_id, 0.6 from public.child_contacts d
        where wanted_postcode is not null and d.postcode = wanted_postcode and d.child_id = any(near)
    ), best as (
      select c.id, max(c.likeness)::real as likeness from candidates c group by c.id
    )
    select k.id, k.given_names, k.family_name, k.sex, k.date_of_birth, k.expected_date,
      (b.likeness + case when wanted_birth in (k.date_of_birth, k.expected_date) then 1 else 0 end)::real,
      k.id = any(known), e.id, e.id is not null and e.closed_at is null
    from best b
    join public.children k on k.id = b.id
    left join lateral (
      select x.id, x.closed_at from public.episode_children f join public.episodes x on x.id = f.episode_id
      where f.child_id = k.id and (x.id = any(array(select access.may('episode.read')))
        or exists (select from access.indexed_children i where i.child_id = k.id and i.episode_id = x.id))
      order by x.closed_at desc nulls first limit 1) e on true
    where (k.id = any(known) or exists (select from access.indexed_children i where i.child_id = k.id))
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = access.me())
      -- Excluded by name is excluded from the index as well.
      and not exists (select from access.cuts x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = k.id and x.practitioner_id = access.me()
          and x.begins <= platform.now() and x.ends > platform.now())
    order by 7 desc, k.family_name, k.given_names, k.id
    limit least(most, 50);
end $$;
set local role bridges_owner;
