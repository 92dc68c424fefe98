-- A deputy stands in for the lead of now, works for an agency that the family agreed may know at least the basics, and is
-- neither the lead nor kept from the family. Whoever names one writes the moment no more than its length.
create function access.begin_deputyship() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.named_at := date_trunc('milliseconds', platform.now());
  new.ended_at := null;
  if not exists (select from public.lead_professional_appointments a where a.id = new.appointment_id
      and a.episode_id = new.episode_id and a.ended_at is null and a.practitioner_id <> new.practitioner_id) then
    raise exception 'A deputy stands in for somebody else who leads now' using errcode = '23514', constraint = 'deputy_of_lead';
  end if;
  if new.ends_on < platform.london_date(platform.now()) then
    raise exception 'These days have gone by' using errcode = '23514', constraint = 'deputy_days';
  end if;
  -- Nobody is given work on a record that they could not reach by it.
  if not exists (select from public.posts o join access.rules r on r.role = o.role and r.reach = 'lead'
      where o.practitioner_id = new.practitioner_id and o.agency_id = new.agency_id
        and (o.ended_at is null or o.ended_at > platform.now())) then
    raise exception 'This post does not lead' using errcode = '23514', constraint = 'deputy_post';
  end if;
  if not exists (select from access.agency_scope s where s.episode_id = new.episode_id and s.agency_id = new.agency_id
        and s.tier = 1 and s.begins <= platform.now() and s.ends > platform.now())
     or exists (select from access.cuts c where c.practitioner_id = new.practitioner_id and c.episode_id = new.episode_id
        and c.begins <= platform.now() and c.ends > platform.now()) then
    raise exception 'The family has not agreed to this' using errcode = '23514', constraint = 'deputy_agreed';
  end if;
  return new;
end $$;
create trigger begin before insert on lead_professional_deputies for each row execute function access.begin_deputyship();

create function access.end_deputyship() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.ended_at is not null then
    raise exception 'It has ended' using errcode = '23514', constraint = 'deputy_ended';
  end if;
  new.ended_at := date_trunc('milliseconds', platform.now());
  return new;
end $$;
create trigger finish before update on lead_professional_deputies for each row execute function access.end_deputyship();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.begin_deputyship() owner to bridges_reach;
alter function access.end_deputyship() owner to bridges_reach;
