-- Who may read and write what opens an episode. Whatever decides about length or beginning is filled in here.

call access.protect('lead_professional_deputies');
create policy read on lead_professional_deputies for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy add on lead_professional_deputies for insert to bridges_app with check (
  named_by = (select access.me()) and episode_id = any(array(select access.may('lead.deputise')))
  and access.works_for(practitioner_id, agency_id));
create policy finish on lead_professional_deputies for update to bridges_app
  using (episode_id = any(array(select access.may('lead.deputise'))));
grant select, insert on lead_professional_deputies to bridges_app;
grant update (ended_at) on lead_professional_deputies to bridges_app;

-- Panels
alter table panels enable row level security;
alter table panels force row level security;
create policy read on panels for select to bridges_app, bridges_reach using (true);
create policy loader on panels to bridges_loader using (true) with check (true);
create policy add on panels for insert to bridges_app with check (
  (select access.allows('panel.manage')) and authority_id = (select a.authority_id from access.actor() a));
create policy amend on panels for update to bridges_app using (
  (select access.allows('panel.manage')) and authority_id = (select a.authority_id from access.actor() a));
grant select, insert on panels to bridges_app, bridges_loader;
grant select on panels to bridges_reach;
grant update (name, purpose, version) on panels to bridges_app;

call access.protect('panel_members');
create policy read on panel_members for select to bridges_app
  using ((select a.agency_id from access.actor() a) is not null);
create policy add on panel_members for insert to bridges_app with check (
  (select access.allows('panel.manage')) and access.works_for(practitioner_id, agency_id)
  and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));
create policy finish on panel_members for update to bridges_app using ((select access.allows('panel.manage'))
  and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));
grant select, insert on panel_members to bridges_app;
grant update (left_at, chairs) on panel_members to bridges_app;

alter table panel_meetings enable row level security;
alter table panel_meetings force row level security;
create policy read on panel_meetings for select to bridges_app using ((select a.agency_id from access.actor() a) is not null);
create policy reach on panel_meetings for select to bridges_reach using (true);
create policy loader on panel_meetings to bridges_loader using (true) with check (true);
create policy add on panel_meetings for insert to bridges_app with check ((select access.allows('panel.manage'))
  and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));
create policy amend on panel_meetings for update to bridges_app using ((select access.allows('panel.manage'))
  and panel_id in (select p.id from panels p where p.authority_id = (select a.authority_id from access.actor() a)));
grant select, insert on panel_meetings to bridges_app, bridges_loader;
grant select on panel_meetings to bridges_reach;
grant update (held_on, place, cancelled_at, version) on panel_meetings to bridges_app;

call access.protect('panel_items');
-- What is asked of a panel and what it decides is content of the record, not of the index.
create policy read on panel_items for select to bridges_app using (episode_id = any(array(select access.may('record.read'))));
create policy add on panel_items for insert to bridges_app with check (
  put_by = (select access.me()) and episode_id = any(array(select access.may('panel.refer'))));
create policy remove on panel_items for update to bridges_app using (episode_id = any(array(select access.may('panel.refer'))));
create policy decide on panel_items for update to bridges_app using (episode_id = any(array(select access.may('panel.decide'))));
grant select, insert on panel_items to bridges_app;
grant update (removed_at, decision, decided_by, decided_at) on panel_items to bridges_app;

-- Emergency access
create function access.begin_emergency() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  me record;
begin
  select * into me from access.actor();
  if me.practitioner_id is null then raise exception 'Nobody is signed in' using errcode = '42501'; end if;
  new.practitioner_id := me.practitioner_id;
  new.agency_id := me.agency_id;
  new.role := me.role;
  new.asked_at := date_trunc('milliseconds', platform.now());
  new.needs_second := new.protected_details or access.is_shielded(new.episode_id);
  new.begins_at := case when new.needs_second then null else new.asked_at end;
  new.lapses_at := new.begins_at + make_interval(hours => new.hours);
  new.seconded_by := null; new.seconded_at := null; new.ended_at := null;
  new.reviewer_id := null; new.reviewer_agency_id := null;
  new.review_outcome := null; new.review_note := null; new.reviewed_at := null;
  new.review_due_on := platform.working_days_after(platform.london_date(new.asked_at), 2);
  return new;
end $$;
create trigger begin before insert on emergency_accesses for each row execute function access.begin_emergency();

create function access.change_emergency() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  me record;
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  select * into me from access.actor();
  if new.seconded_by is distinct from old.seconded_by then
    if old.seconded_by is not null or old.ended_at is not null or not old.needs_second
       or new.seconded_by is distinct from me.practitioner_id
       or old.episode_id not in (select access.may('emergency.second')) then
      raise exception 'Somebody else who may agrees to it once' using errcode = '42501';
    end if;
    new.seconded_at := moment;
    new.begins_at := moment;
    new.lapses_at := moment + make_interval(hours => old.hours);
    new.review_due_on := platform.working_days_after(platform.london_date(moment), 2);
  end if;
  if new.ended_at is distinct from old.ended_at then
    if old.ended_at is not null or not (old.practitioner_id = me.practitioner_id
        or old.episode_id in (select access.may('emergency.end'))) then
      raise exception 'It is ended once, by its holder or information governance' using errcode = '42501';
    end if;
    new.ended_at := moment;
  end if;
  if (new.reviewer_id, new.reviewer_agency_id) is distinct from (old.reviewer_id, old.reviewer_agency_id) then
    -- A coordinator names the reviewer where information governance itself was the holder.
    if old.begins_at is null or old.review_outcome is not null or old.practitioner_id = me.practitioner_id
       or not (me.role = 'governance' or (me.role = 'coordinator' and old.role = 'governance'))
       or not exists (select from access.emergency_reviewers(old.id) r where r.practitioner_id = new.reviewer_id)
       or not access.works_for(new.reviewer_id, new.reviewer_agency_id) then
      raise exception 'Information governance names a reviewer of another agency, never for themselves' using errcode = '42501';
    end if;
  end if;
  if new.review_outcome is distinct from old.review_outcome then
    if old.review_outcome is not null or old.reviewer_id is distinct from me.practitioner_id
       or least(old.lapses_at, old.ended_at) > moment then
      raise exception 'The reviewer decides once, when it is over' using errcode = '42501';
    end if;
    new.reviewed_at := moment;
  end if;
  return new;
end $$;
create trigger change before update on emergency_accesses for each row execute function access.change_emergency();

-- Announced by the database when it is asked for, and again when a second person has let it begin: to the lead
-- professional and deputies (else whoever opened it), managers of the agency that owns the record, information governance;
-- and, while it waits, to those who may be the second person. A link is given only to those whom it opens something for.
-- No message names a child.
grant insert on messages to bridges_reach;
create policy announce on messages for insert to bridges_reach with check (true);
create function access.announce_emergency() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  waits boolean := new.begins_at is null;
  moment timestamptz := date_trunc('milliseconds', platform.now());
begin
  if tg_op = 'UPDATE' and (waits or old.begins_at is not null) then return null; end if;
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), t.practitioner_id, 'Emergency access to a record you answer for',
    case when waits then 'Somebody asked for emergency access that needs a second person. It begins only if a second person agrees.'
      else 'Somebody opened a record in an emergency. It ends by itself. Who, why and until when is on the access page.' end,
    case when waits and bool_or(t.may_agree) then '/emergency-accesses'
      when exists (
        select from public.posts o
        join public.agencies y on y.id = o.agency_id
        join access.grants g on g.episode_id = new.episode_id and g.tier = 0 and g.begins <= platform.now() and g.ends > platform.now()
          and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        join access.rules r on r.permission = 'episode.read' and r.role = o.role and r.reach = g.reach and r.tier = 0
        where o.practitioner_id = t.practitioner_id and (o.ended_at is null or o.ended_at > platform.now()))
      then '/episodes/' || new.episode_id || '/access' end,
    moment
  from (
    select i.practitioner_id, false as may_agree from access.involvements i
      where i.episode_id = new.episode_id and i.reach = 'lead' and i.begins <= platform.now() and i.ends > platform.now()
    union all
    select i.practitioner_id, false from access.involvements i
      where i.episode_id = new.episode_id and i.reach = 'author' and i.begins <= platform.now() and i.ends > platform.now()
        and not exists (select from access.involvements l where l.episode_id = new.episode_id and l.reach = 'lead'
          and l.begins <= platform.now() and l.ends > platform.now())
    union all
    select o.practitioner_id, o.role <> 'manager' from public.posts o
      join public.agencies y on y.id = o.agency_id
      join public.episodes e on e.id = new.episode_id
      where (o.ended_at is null or o.ended_at > platform.now())
        and ((o.role = 'manager' and o.agency_id = e.opening_agency_id)
          or (o.role = 'governance' and y.authority_id = e.authority_id)
          or (waits and o.role = 'front_door' and y.authority_id = e.authority_id)
          or (waits and o.role = 'coordinator' and exists (select from access.grants g where g.episode_id = e.id
            and g.reach = 'coordinator' and g.subject_id = o.locality_id and g.tier = 0 and g.ends > platform.now())))
  ) t
  join public.practitioners p on p.id = t.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  where t.practitioner_id <> new.practitioner_id and t.practitioner_id is distinct from new.seconded_by
    and not exists (select from access.cuts c where c.practitioner_id = t.practitioner_id and c.episode_id = new.episode_id
      and c.begins <= platform.now() and c.ends > platform.now())
  group by t.practitioner_id;
  return null;
end $$;
create trigger announce after insert on emergency_accesses for each row execute function access.announce_emergency();
create trigger announce_begun after update on emergency_accesses for each row execute function access.announce_emergency();

call access.protect('emergency_accesses');
create policy read on emergency_accesses for select to bridges_app using (
  practitioner_id = (select access.me()) or reviewer_id = (select access.me())
  or episode_id = any(array(select access.may('access_log.read')))
  or episode_id = any(array(select access.may('emergency.second'))));
create policy ask on emergency_accesses for insert to bridges_app with check (
  practitioner_id = (select access.me()) and access.may_ask_in_emergency(episode_id));
create policy change on emergency_accesses for update to bridges_app using (
  practitioner_id = (select access.me()) or reviewer_id = (select access.me())
  or episode_id = any(array(select access.may('emergency.second')))
  or episode_id = any(array(select access.may('emergency.assign_review'))));
grant select, insert on emergency_accesses to bridges_app;
grant update (seconded_by, ended_at, reviewer_id, reviewer_agency_id, review_outcome, review_note)
  on emergency_accesses to bridges_app;

-- Business support
create function access.shares_team(colleague uuid, team uuid, as_role text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o where o.practitioner_id = colleague and o.team_id = team
        and (as_role is null or o.role = as_role) and (o.ended_at is null or o.ended_at > platform.now()))
  $$;
grant execute on function access.shares_team(uuid, uuid, text) to bridges_app;
alter function access.shares_team(uuid, uuid, text) owner to bridges_reach;
call access.protect('support_namings');
create policy read on support_namings for select to bridges_app
  using (practitioner_id = (select access.me()) or supporter_id = (select access.me()));
create policy add on support_namings for insert to bridges_app with check (
  practitioner_id = (select access.me()) and (select access.allows('support.name'))
  and access.shares_team(practitioner_id, team_id, null) and access.shares_team(supporter_id, team_id, 'business_support'));
create policy finish on support_namings for update to bridges_app
  using (practitioner_id = (select access.me()) or supporter_id = (select access.me()));
grant select, insert on support_namings to bridges_app;
grant update (ended_at) on support_namings to bridges_app;

-- Audits
call access.protect('case_audits');
create policy read on case_audits for select to bridges_app using (auditor_id = (select access.me())
  or ((select access.allows('audit.commission')) and authority_id = (select a.authority_id from access.actor() a)));
create policy commission on case_audits for insert to bridges_app with check (
  commissioned_by = (select access.me()) and (select access.allows('audit.commission'))
  and authority_id = (select a.authority_id from access.actor() a) and access.works_for(auditor_id, auditor_agency_id));
create policy finish on case_audits for update to bridges_app using ((select access.allows('audit.commission'))
  and authority_id = (select a.authority_id from access.actor() a));
grant select, insert on case_audits to bridges_app;
grant update (ended_at) on case_audits to bridges_app;
call access.protect('case_audit_draws');
create policy read on case_audit_draws for select to bridges_app
  using (episode_id = any(array(select access.may('episode.read'))));
grant select on case_audit_draws to bridges_app;
grant insert on case_audit_draws to bridges_reach;
create policy draw on case_audit_draws for insert to bridges_reach with check (true);

-- Chance draws, nobody chooses. Whoever commissioned it draws once.
create function access.draw_cases(audit uuid, most integer, at_level smallint) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  drawn integer;
begin
  if not exists (select from public.case_audits u where u.id = audit and u.commissioned_by = access.me()
      and access.allows('audit.commission'))
     or exists (select from public.case_audit_draws d where d.audit_id = audit) then
    raise exception 'Whoever commissioned the audit draws once' using errcode = '42501';
  end if;
  insert into public.case_audit_draws (audit_id, episode_id, drawn_at)
  select u.id, e.id, date_trunc('milliseconds', platform.now())
  from public.case_audits u
  join public.episodes e on e.authority_id = u.authority_id and e.opening_agency_id <> u.auditor_agency_id
  left join public.episode_records r on r.episode_id = e.id
  where u.id = audit and (at_level is null or r.level = at_level)
    and not exists (select from access.involvements i where i.episode_id = e.id
      and (i.practitioner_id = u.auditor_id or i.agency_id = u.auditor_agency_id))
    and not exists (select from access.cuts c where c.episode_id = e.id and c.practitioner_id = u.auditor_id)
  order by random() limit least(most, 50);
  get diagnostics drawn = row_count;
  return drawn;
end $$;
grant execute on function access.draw_cases(uuid, integer, smallint) to bridges_app;
alter function access.draw_cases(uuid, integer, smallint) owner to bridges_reach;

-- Shields
create function access.begin_shield() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.recorded_by := access.me();
  new.requested_at := date_trunc('milliseconds', platform.now());
  new.decide_by := platform.working_days_after(platform.london_date(new.requested_at), 5);
  new.decision := null; new.decided_by := null; new.decided_at := null; new.decision_reason := null; new.review_on := null;
  new.ended_by := null; new.ended_at := null; new.ending_reason := null;
  return new;
end $$;
create trigger begin before insert on shields for each row execute function access.begin_shield();
create function access.change_shield() returns trigger language plpgsql security definer set search_path = '' as $$
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
    raise exception 'A shield is looked at again within six months' using errcode = '23514', constraint = 'shield_review';
  end if;
  return new;
end $$;
create trigger change before update on shields for each row execute function access.change_shield();

-- The shields that the signed-in person may know of: information governance, who asked for it, who is named.
create function access.known_shields() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select s.id from public.shields s where s.child_id in (select access.may_child('shield.decide'))
    union select s.id from public.shields s where s.recorded_by = (select access.me())
      and s.child_id in (select access.may_child('episode.read'))
    union select n.shield_id from public.shield_names n where n.practitioner_id = (select access.me())
      and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now())
      and n.child_id in (select access.may_child('episode.read'))
  $$;
grant execute on function access.known_shields() to bridges_app;
alter function access.known_shields() owner to bridges_reach;
-- Names are set by whoever asked, until it is decided; after that by whoever decides.
create function access.may_name_on_shield(shield uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.shields s where s.id = shield and s.ended_at is null
      and (s.child_id in (select access.may_child('shield.decide'))
        or (s.recorded_by = access.me() and s.decision is null and s.child_id in (select access.may_child('shield.request')))))
  $$;
grant execute on function access.may_name_on_shield(uuid) to bridges_app;
alter function access.may_name_on_shield(uuid) owner to bridges_reach;

call access.protect('shields');
create policy read on shields for select to bridges_app using (id = any(array(select access.known_shields())));
create policy ask on shields for insert to bridges_app with check (
  recorded_by = (select access.me()) and child_id = any(array(select access.may_child('shield.request'))));
create policy decide on shields for update to bridges_app
  using (child_id = any(array(select access.may_child('shield.decide'))));
grant select, insert on shields to bridges_app;
grant update (decision, decision_reason, review_on, ended_by, ending_reason) on shields to bridges_app;
call access.protect('shield_names');
create policy read on shield_names for select to bridges_app using (shield_id = any(array(select access.known_shields())));
create policy add on shield_names for insert to bridges_app
  with check (named_by = (select access.me()) and access.may_name_on_shield(shield_id));
create policy finish on shield_names for update to bridges_app using (access.may_name_on_shield(shield_id));
grant select, insert on shield_names to bridges_app;
grant update (ended_at) on shield_names to bridges_app;
call access.protect('shield_unsafe_carers');
create policy read on shield_unsafe_carers for select to bridges_app using (shield_id = any(array(select access.known_shields())));
create policy add on shield_unsafe_carers for insert to bridges_app with check (access.may_name_on_shield(shield_id));
grant select, insert on shield_unsafe_carers to bridges_app;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.begin_emergency() owner to bridges_reach;
alter function access.change_emergency() owner to bridges_reach;
alter function access.announce_emergency() owner to bridges_reach;
alter function access.begin_shield() owner to bridges_reach;
alter function access.change_shield() owner to bridges_reach;
