-- Shields
create function access.prepare_shield() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.recorded_by := access.me();
  new.requested_at := date_trunc('milliseconds', platform.now());
  new.decide_by := platform.working_days_after(platform.london_date(new.requested_at), 5);
  new.decision := null; new.decided_by := null; new.decided_at := null; new.decision_reason := null; new.review_on := null;
  new.ended_by := null; new.ended_at := null; new.ending_reason := null;
  return new;
end $$;

create function access.check_shield_change() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if old.ended_at is not null or old.decision = 'declined' then
    raise exception 'This shield has ended' using errcode = '23514', constraint = 'shield_ended';
  end if;
  if new.decision is distinct from old.decision then
    new.decided_by := access.me();
    new.decided_at := date_trunc('milliseconds', platform.now());
  end if;
  if new.ended_by is distinct from old.ended_by then
    new.ended_by := access.me();
    new.ended_at := date_trunc('milliseconds', platform.now());
  end if;
  if new.review_on > platform.london_date(platform.now()) + interval '6 months' then
    raise exception 'The review date of a shield must be within 6 months' using errcode = '23514', constraint = 'shield_review';
  end if;
  return new;
end $$;

-- Names are set by the requester until it is decided, and after that by the decider.
create function access.may_name_on_shield(shield uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.shields s where s.id = shield and s.ended_at is null
      and (access.can_child('shield.decide', s.child_id)
        or (s.recorded_by = access.me() and s.decision is null and access.can_child('shield.request', s.child_id))))
  $$;
grant execute on function access.may_name_on_shield(uuid) to bridges_app;

grant select, insert on shields to bridges_app;
grant update (decision, decision_reason, review_on, ended_by, ending_reason) on shields to bridges_app;
create policy shields_select on shields for select to bridges_app
  using (id = any(array(select access.known_shields())));
create policy shields_insert on shields for insert to bridges_app
  with check (recorded_by = (select access.me()) and child_id = any(array(select access.may_child('shield.request'))));
create policy shields_update on shields for update to bridges_app
  using (child_id = any(array(select access.may_child('shield.decide'))));

create trigger prepare_shield before insert on shields for each row execute function access.prepare_shield();
create trigger check_shield_change before update on shields for each row execute function access.check_shield_change();
create trigger refresh_concealments after insert or update on shields for each row execute function access.refresh_concealments_of_shield();

grant select, insert on shield_names to bridges_app;
grant update (ended_at) on shield_names to bridges_app;
create policy shield_names_select on shield_names for select to bridges_app
  using (shield_id = any(array(select access.known_shields())));
create policy shield_names_insert on shield_names for insert to bridges_app
  with check (named_by = (select access.me()) and access.may_name_on_shield(shield_id));
create policy shield_names_update on shield_names for update to bridges_app
  using (access.may_name_on_shield(shield_id));

grant select, insert on shield_unsafe_carers to bridges_app;
create policy shield_unsafe_carers_select on shield_unsafe_carers for select to bridges_app
  using (shield_id = any(array(select access.known_shields())));
create policy shield_unsafe_carers_insert on shield_unsafe_carers for insert to bridges_app
  with check (access.may_name_on_shield(shield_id));

create trigger refresh_concealments after insert on shield_unsafe_carers for each row execute function access.refresh_concealments_of_unsafe_carer();

grant select on access.location_revealing_kinds to bridges_reach;

grant select on access.contact_columns to bridges_reach;
