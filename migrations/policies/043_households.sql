-- Homes, and who lives in them. A home is the one place of an address: what stands beside a child or carer is written by the
-- database from the home in which they live now, as is whether two of them live together.

-- Of several homes the main one has the address, then a shared one, then where they stay for a time, then weekends.
create view access.home_of_child as
select distinct on (s.child_id) s.child_id, s.household_id
from public.child_stays s where s.ended_at is null
order by s.child_id, array_position(array['main', 'shared', 'temporary', 'weekends'], s.pattern), s.began_on, s.id;
create view access.home_of_carer as
select distinct on (s.carer_id) s.carer_id, s.household_id
from public.carer_stays s where s.ended_at is null
order by s.carer_id, array_position(array['main', 'shared', 'temporary', 'weekends'], s.pattern), s.began_on, s.id;

-- Together: in the home that has the child's address. In another home of the child it is not known, which counts as apart
-- where an address is told and as together where one is hidden. Null also where one of them has no recorded home.
create function access.live_together(child uuid, carer uuid, told boolean) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select case
      when not exists (select from public.child_stays s where s.child_id = child and s.ended_at is null)
        or not exists (select from public.carer_stays s where s.carer_id = carer and s.ended_at is null) then told
      when exists (select from access.home_of_child h join public.carer_stays s on s.household_id = h.household_id
        where h.child_id = child and s.carer_id = carer and s.ended_at is null) then true
      when exists (select from public.child_stays m join public.carer_stays s on s.household_id = m.household_id
        where m.child_id = child and m.ended_at is null and s.carer_id = carer and s.ended_at is null) then null
      else false end
  $$;

create function access.keep_child_address() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  home record;
begin
  select h.* into home from access.home_of_child c join public.households h on h.id = c.household_id
    where c.child_id = new.child_id;
  if found then
    new.address := home.address; new.postcode := home.postcode; new.accommodation := home.accommodation;
  end if;
  return new;
end $$;

create function access.keep_carer_address() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  home record;
begin
  select h.* into home from access.home_of_carer c join public.households h on h.id = c.household_id
    where c.carer_id = new.carer_id;
  if found then new.address := home.address; new.postcode := home.postcode; end if;
  return new;
end $$;

create function access.keep_living_together() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.lives_with_child := access.live_together(new.child_id, new.carer_id, new.lives_with_child);
  return new;
end $$;

-- After a stay began or ended. Who had a home and has none now has no known address, and is not known to live with any adult.
create function access.told_after(ended boolean, told boolean) returns boolean
  language sql immutable set search_path = ''
  as $$ select case when not (ended and told) then told end $$;

create function access.settle_child_home() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.child_contacts t set address = null, postcode = null, accommodation = null where t.child_id = new.child_id;
  -- Only where it changes: each changed row works out anew what is hidden with the family.
  update public.child_carers l set lives_with_child = t.together
    from (select k.id, access.live_together(k.child_id, k.carer_id,
        access.told_after(new.ended_at is not null, k.lives_with_child)) as together
      from public.child_carers k where k.child_id = new.child_id and k.ended_at is null) t
    where l.id = t.id and l.lives_with_child is distinct from t.together;
  perform access.refresh_concealments_of_children(array(
    select s.child_id from public.child_stays s where s.household_id = new.household_id));
  return null;
end $$;

create function access.settle_carer_home() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.carer_contacts t set address = null, postcode = null where t.carer_id = new.carer_id;
  update public.child_carers l set lives_with_child = t.together
    from (select k.id, access.live_together(k.child_id, k.carer_id,
        access.told_after(new.ended_at is not null, k.lives_with_child)) as together
      from public.child_carers k where k.carer_id = new.carer_id and k.ended_at is null) t
    where l.id = t.id and l.lives_with_child is distinct from t.together;
  perform access.refresh_concealments_of_children(array(
    select s.child_id from public.child_stays s where s.household_id = new.household_id));
  return null;
end $$;

create function access.settle_household() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.child_contacts t set address = new.address
    where t.child_id in (select c.child_id from access.home_of_child c where c.household_id = new.id);
  update public.carer_contacts t set address = new.address
    where t.carer_id in (select c.carer_id from access.home_of_carer c where c.household_id = new.id);
  return null;
end $$;

grant update (address, postcode, accommodation) on child_contacts to bridges_reach;
create policy child_contacts_update_by_reach on child_contacts for update to bridges_reach using (true);
grant update (address, postcode) on carer_contacts to bridges_reach;
create policy carer_contacts_update_by_reach on carer_contacts for update to bridges_reach using (true);
grant update (lives_with_child) on child_carers to bridges_reach;
create policy child_carers_update_by_reach on child_carers for update to bridges_reach using (true);

create trigger keep_address before insert or update on child_contacts for each row execute function access.keep_child_address();
create trigger keep_address before insert or update on carer_contacts for each row execute function access.keep_carer_address();
create trigger keep_living_together before insert or update of lives_with_child on child_carers
  for each row execute function access.keep_living_together();

-- The person who just recorded a home says who lives there; after that, those who may know of it.
create function access.is_new_household(household uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.households h where h.id = household and h.recorded_by = access.me())
      and not exists (select from public.child_stays s where s.household_id = household)
      and not exists (select from public.carer_stays s where s.household_id = household)
  $$;

create function access.may_join_household(household uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  return access.is_new_household(household)
    or (household not in (select access.hidden_households())
      and (exists (select from public.child_stays s where s.household_id = household
          and s.child_id = any(array(select access.may_contact())))
        or exists (select from public.carer_stays s where s.household_id = household
          and s.carer_id = any(array(select access.may_contact_carer())))));
end $$;
grant execute on function access.may_join_household(uuid) to bridges_app;

grant select, insert on child_stays to bridges_app;
grant update (ended_on, ended_at, ended_by) on child_stays to bridges_app;
create policy child_stays_select on child_stays for select to bridges_app
  using (child_id = any(array(select access.may_contact()))
    and household_id <> all(array(select access.hidden_households())));
create policy child_stays_insert on child_stays for insert to bridges_app
  with check (recorded_by = (select access.me())
    and child_id = any(array(select access.may_child('family.edit'))) and child_id = any(array(select access.may_contact()))
    and access.may_join_household(household_id));
create policy child_stays_update on child_stays for update to bridges_app
  using (child_id = any(array(select access.may_child('family.edit'))) and child_id = any(array(select access.may_contact()))
    and household_id <> all(array(select access.hidden_households())));
create trigger stamp_tie_end before update on child_stays for each row execute function access.stamp_tie_end();
create trigger settle_child_home after insert or update on child_stays for each row execute function access.settle_child_home();

grant select, insert on carer_stays to bridges_app;
grant update (ended_on, ended_at, ended_by) on carer_stays to bridges_app;
create policy carer_stays_select on carer_stays for select to bridges_app
  using (carer_id = any(array(select access.may_contact_carer()))
    and household_id <> all(array(select access.hidden_households())));
create policy carer_stays_insert on carer_stays for insert to bridges_app
  with check (recorded_by = (select access.me())
    and carer_id = any(array(select access.may_contact_carer())) and carer_id = any(array(
      select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit')))))
    and access.may_join_household(household_id));
create policy carer_stays_update on carer_stays for update to bridges_app
  using (carer_id = any(array(select access.may_contact_carer())) and household_id <> all(array(select access.hidden_households()))
    and carer_id = any(array(
    select l.carer_id from child_carers l where l.child_id = any(array(select access.may_child('family.edit'))))));
create trigger stamp_tie_end before update on carer_stays for each row execute function access.stamp_tie_end();
create trigger settle_carer_home after insert or update on carer_stays for each row execute function access.settle_carer_home();

grant select, insert on households to bridges_app;
grant update (kind, address, postcode, accommodation, version) on households to bridges_app;
create policy households_select on households for select to bridges_app
  using (id = any(array(select household_id from child_stays)) or id = any(array(select household_id from carer_stays)));
create policy households_insert on households for insert to bridges_app
  with check (recorded_by = (select access.me()) and (select access.allows('child.create')));
create policy households_update on households for update to bridges_app
  using (id = any(array(select s.household_id from child_stays s
      where s.ended_at is null and s.child_id = any(array(select access.may_child('family.edit')))))
    or id = any(array(select s.household_id from carer_stays s join child_carers l on l.carer_id = s.carer_id
      where s.ended_at is null and l.child_id = any(array(select access.may_child('family.edit'))))));
create trigger settle_household after update on households for each row execute function access.settle_household();
