create function access.prepare_panel_item() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not exists (select from public.panel_meetings t where t.id = new.meeting_id and t.cancelled_at is null
      and t.held_on >= platform.london_date(platform.now())) then
    raise exception 'This meeting is over or cancelled' using errcode = '23514', constraint = 'panel_meeting_coming';
  end if;
  new.put_at := date_trunc('milliseconds', platform.now());
  new.removed_at := null; new.decision := null; new.decided_by := null; new.decided_at := null;
  return new;
end $$;

create function access.check_panel_item_change() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if (new.decision, new.decided_by) is distinct from (old.decision, old.decided_by) then
    if old.decision is not null or old.removed_at is not null or new.decided_by is distinct from access.me() or not exists (
        select from public.panel_meetings t join public.panel_members m on m.panel_id = t.panel_id
        where t.id = old.meeting_id and t.cancelled_at is null and m.practitioner_id = access.me() and m.chairs
          and (m.left_at is null or m.left_at > moment)) then
      raise exception 'Only the chair of this panel can record its decision, and only once' using errcode = '42501';
    end if;
    new.decided_at := moment;
  end if;
  if new.removed_at is distinct from old.removed_at then
    if old.removed_at is not null or old.decision is not null then
      raise exception 'This item was removed or has been decided' using errcode = '23514', constraint = 'panel_item_ended';
    end if;
    new.removed_at := moment;
  end if;
  return new;
end $$;

grant select, insert on panels to bridges_app;
grant update (name, purpose, version) on panels to bridges_app;
create policy panels_select on panels for select to bridges_app
  using (true);
create policy panels_insert on panels for insert to bridges_app
  with check ((select access.allows('panel.manage')) and authority_id = (select a.authority_id from access.actor() a));
create policy panels_update on panels for update to bridges_app
  using ((select access.allows('panel.manage')) and authority_id = (select a.authority_id from access.actor() a));

grant select, insert on panel_members to bridges_app;
grant update (chairs, left_at) on panel_members to bridges_app;
create policy panel_members_select on panel_members for select to bridges_app
  using ((select a.agency_id from access.actor() a) is not null);
create policy panel_members_insert on panel_members for insert to bridges_app
  with check ((select access.allows('panel.manage')) and access.works_for(practitioner_id, agency_id)
    and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));
create policy panel_members_update on panel_members for update to bridges_app
  using ((select access.allows('panel.manage'))
    and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));

create trigger refresh_grants after insert or update on panel_members for each row execute function access.refresh_grants_of_panel();

grant select, insert on panel_meetings to bridges_app;
grant update (held_on, place, cancelled_at, version) on panel_meetings to bridges_app;
create policy panel_meetings_select on panel_meetings for select to bridges_app
  using ((select a.agency_id from access.actor() a) is not null);
create policy panel_meetings_insert on panel_meetings for insert to bridges_app
  with check ((select access.allows('panel.manage'))
    and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));
create policy panel_meetings_update on panel_meetings for update to bridges_app
  using ((select access.allows('panel.manage'))
    and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));

create trigger refresh_grants after insert or update on panel_meetings for each row execute function access.refresh_grants_of_panel();

grant select, insert on panel_items to bridges_app;
grant update (removed_at, decision, decided_by, decided_at) on panel_items to bridges_app;
-- What is asked of a panel and what it decides is content of the record, not of the index.
create policy panel_items_select on panel_items for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy panel_items_insert on panel_items for insert to bridges_app
  with check (put_by = (select access.me()) and episode_id = any(array(select access.may('panel.refer'))));
create policy panel_items_insert_still_open on panel_items as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = panel_items.episode_id and e.closed_at is null));
create policy panel_items_insert_agreed on panel_items as restrictive for insert to bridges_app
  with check (access.panel_agreed(episode_id));
create policy panel_items_update_remove on panel_items for update to bridges_app
  using (episode_id = any(array(select access.may('panel.refer'))));
create policy panel_items_update_decide on panel_items for update to bridges_app
  using (episode_id = any(array(select access.may('panel.decide'))));

create trigger check_panel_item_change before update on panel_items for each row when (current_user = 'bridges_app')
  execute function access.check_panel_item_change();
create trigger prepare_panel_item before insert on panel_items for each row when (current_user = 'bridges_app')
  execute function access.prepare_panel_item();
create trigger refresh_grants_on_insert after insert on panel_items
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on panel_items
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
