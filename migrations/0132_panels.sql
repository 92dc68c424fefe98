-- Taking a case to a panel: with the family's agreement for it, to a meeting that is still to come; decided once, by
-- whoever chairs that panel.

-- Does the family agree now that this goes to a panel?
create function access.panel_agreed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select episode in (select access.may('episode.read')) and exists (
      select from access.consented c where c.episode_id = episode and c.class = 'panel'
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.panel_agreed(uuid) to bridges_app;
alter function access.panel_agreed(uuid) owner to bridges_reach;
create policy agreed on panel_items as restrictive for insert to bridges_app with check (access.panel_agreed(episode_id));

create function access.put_on_agenda() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.panel_meetings t where t.id = new.meeting_id and t.cancelled_at is null
      and t.held_on >= platform.london_date(platform.now())) then
    raise exception 'This meeting is over or cancelled' using errcode = '23514', constraint = 'panel_meeting_coming';
  end if;
  new.put_at := date_trunc('milliseconds', platform.now());
  new.removed_at := null; new.decision := null; new.decided_by := null; new.decided_at := null;
  return new;
end $$;
create trigger put before insert on panel_items for each row when (current_user = 'bridges_app')
  execute function access.put_on_agenda();

create function access.change_agenda() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if (new.decision, new.decided_by) is distinct from (old.decision, old.decided_by) then
    if old.decision is not null or old.removed_at is not null or new.decided_by is distinct from access.me() or not exists (
        select from public.panel_meetings t join public.panel_members m on m.panel_id = t.panel_id
        where t.id = old.meeting_id and t.cancelled_at is null and m.practitioner_id = access.me() and m.chairs
          and (m.left_at is null or m.left_at > moment)) then
      raise exception 'Whoever chairs this panel decides, once' using errcode = '42501';
    end if;
    new.decided_at := moment;
  end if;
  if new.removed_at is distinct from old.removed_at then
    if old.removed_at is not null or old.decision is not null then
      raise exception 'It was removed or decided' using errcode = '23514', constraint = 'panel_item_ended';
    end if;
    new.removed_at := moment;
  end if;
  return new;
end $$;
create trigger change before update on panel_items for each row when (current_user = 'bridges_app')
  execute function access.change_agenda();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.put_on_agenda() owner to bridges_reach;
alter function access.change_agenda() owner to bridges_reach;
