create procedure access.reject_consent(IN broken text, IN why text)
  language plpgsql set search_path = ''
  as $$
begin
  raise exception '%', why using errcode = '23514', constraint = broken;
end $$;
grant execute on procedure access.reject_consent(text,text) to bridges_reach;

-- The loader of a synthetic county presents no claim and is not checked; the serving role is.
create function access.check_consent() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  today date := platform.london_date(platform.now());
  for_the_child boolean := coalesce(new.capacity in ('parental_responsibility', 'local_authority'), false);
  agreed boolean := new.decision in ('given', 'given_in_part');
begin
  if access.me() is null then return new; end if;
  new.recorded_at := date_trunc('milliseconds', platform.now());
  if new.decided_on > today then
    call access.reject_consent('consents_decided_on', 'The date of a decision must be today or in the past');
  end if;
  if agreed and (new.valid_until is null or new.valid_until > (new.decided_on + interval '6 months')::date) then
    call access.reject_consent('consents_six_months', 'Consent can last 6 months at most');
  end if;
  if new.decided_by_child_id is not null and not exists (select from public.episode_children f
      where f.episode_id = new.episode_id and f.removed_at is null and f.child_id = new.decided_by_child_id) then
    call access.reject_consent('consents_child_of_episode', 'The child who decided must be on the episode');
  end if;
  if new.decided_by_carer_id is not null then
    if not exists (select from public.episode_children f join public.child_carers l on l.child_id = f.child_id
        where f.episode_id = new.episode_id and f.removed_at is null and l.carer_id = new.decided_by_carer_id and l.ended_at is null) then
      call access.reject_consent('consents_carer_of_episode', 'The carer who decided must care for a child on the episode');
    end if;
    if new.capacity = 'parental_responsibility' and exists (select from public.episode_children f
        join public.child_carers l on l.child_id = f.child_id and l.parental_responsibility = 'no' and l.ended_at is null
        where f.episode_id = new.episode_id and f.removed_at is null and l.carer_id = new.decided_by_carer_id) then
      call access.reject_consent('consents_parental_responsibility', 'A person without parental responsibility cannot decide for a child');
    end if;
  end if;
  if for_the_child and exists (select from public.episode_children f join public.children k on k.id = f.child_id
      where f.episode_id = new.episode_id and f.removed_at is null and not access.has_died(k.id)
        and (f.added_at is null or access.knows_of_member('episode.read', f.episode_id, k.id)) and access.birthday(k.date_of_birth, 18) <= today) then
    call access.reject_consent('consents_adult_decides', 'At 18 only the young person can decide');
  end if;
  if for_the_child and agreed and exists (select from public.episode_children f join public.children k on k.id = f.child_id
      where f.episode_id = new.episode_id and f.removed_at is null and not access.has_died(k.id)
        and (f.added_at is null or access.knows_of_member('episode.read', f.episode_id, k.id)) and access.birthday(k.date_of_birth, 18) <= new.valid_until) then
    call access.reject_consent('consents_until_18', 'Consent given by a parent must end before the 18th birthday');
  end if;
  if new.capacity = 'parental_responsibility' and coalesce(new.reason_not_young_person, '') !~ '\S'
      and exists (select from public.episode_children f join public.children k on k.id = f.child_id
        where f.episode_id = new.episode_id and f.removed_at is null and not access.has_died(k.id)
        and (f.added_at is null or access.knows_of_member('episode.read', f.episode_id, k.id)) and access.birthday(k.date_of_birth, 16) <= today) then
    call access.reject_consent('consents_young_person', 'At 16 a reason is required if a parent decides');
  end if;
  if new.capacity = 'child' and new.competence is distinct from 'competent'
      and not exists (select from public.episode_children f join public.children k on k.id = f.child_id
        where f.episode_id = new.episode_id and f.removed_at is null and k.id = coalesce(new.decided_by_child_id, k.id)
          and access.birthday(k.date_of_birth, 16) <= today) then
    call access.reject_consent('consents_competence', 'A child under 16 can decide only if competent to make this decision');
  end if;
  return new;
end $$;

-- The decisions of children who decided for themselves, as they count now: the latest about each agency, if it is theirs.
create function access.child_decisions(episode uuid)
  returns table (agency_id uuid, standing text, tiers smallint[], topics text[])
  language sql stable security definer set search_path = ''
  as $$
    select l.agency_id, l.standing, l.tiers, l.topics
    from (
      select distinct on (a.agency_id) a.agency_id, a.standing, a.tiers, a.topics, c.id, c.capacity, c.valid_until
      from public.consents c
      join public.consent_purposes p on p.purpose = c.purpose and p.opens_record
      join public.consent_agencies a on a.consent_id = c.id
      where c.episode_id = episode
      order by a.agency_id, c.recorded_at desc, c.id desc) l
    where l.capacity = 'child'
      and (l.valid_until is null or l.valid_until >= platform.london_date(platform.now()))
      and not exists (select from public.consent_withdrawals w
        where w.consent_id = l.id and (w.agency_id is null or w.agency_id = l.agency_id))
      and (access.can('consent.read', episode) or exists (select from public.consents c
        where c.episode_id = episode and c.id in (select access.consents_being_recorded())))
  $$;
grant execute on function access.child_decisions(uuid) to bridges_app;

create function access.check_consent_agency() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  c record;
begin
  if access.me() is null then return new; end if;
  select w.*, p.opens_record into c from public.consents w
    join public.consent_purposes p on p.purpose = w.purpose where w.id = new.consent_id;
  if 'adult_health' = any(new.topics) and c.capacity is distinct from 'adult'
      and coalesce(c.consenting_adult, '') !~ '\S' and c.decided_by_carer_id is null then
    call access.reject_consent('consents_adult_health', 'Only the adult can agree to share their own health');
  end if;
  -- The new consent itself has no agencies yet, so the latest about this agency is the one before it.
  if c.opens_record and c.capacity in ('parental_responsibility', 'local_authority')
      and coalesce(c.reason_contrary_to_child, '') || coalesce(c.reason_not_young_person, '') !~ '\S'
      and exists (select from access.child_decisions(new.episode_id) k
        where k.agency_id = new.agency_id and not (k.standing = new.standing
          and k.tiers @> new.tiers and k.tiers <@ new.tiers and k.topics @> new.topics and k.topics <@ new.topics)) then
    call access.reject_consent('consents_contrary_to_child', 'A reason is required to go against a competent child’s decision');
  end if;
  return new;
end $$;

-- Warns the lead, or the opener of the episode while there is none; says how many warnings went out.
create function access.send_expiry_reminders(among uuid[]) returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  today date := platform.london_date(platform.now());
  sent integer;
begin
  with due as (
    select c.id as consent_id, c.episode_id,
      case when c.valid_until = today then 0 when c.valid_until <= today + 14 then 14 else 30 end as days,
      coalesce(
        (select a.practitioner_id from public.lead_professional_appointments a
          where a.episode_id = c.episode_id and a.ended_at is null),
        (select a.practitioner_id from public.authorships a
          where a.episode_id = c.episode_id and a.ended_at is null order by a.began_at, a.id limit 1)) as recipient_id
    from public.consents c
    join public.episodes e on e.id = c.episode_id and e.closed_at is null
    where c.episode_id = any(among) and c.valid_until between today and today + 30 and access.is_for_the_living(c.episode_id)
      and exists (select from access.consent_states w
        where w.episode_id = c.episode_id and w.consent_id = c.id and w.standing = 'included' and w.state = 'agreed')
  ), fresh as (
    insert into public.consent_warnings (consent_id, episode_id, days, recipient_id, sent_at)
    select d.consent_id, d.episode_id, d.days, d.recipient_id, platform.now() from due d where d.recipient_id is not null
    on conflict (consent_id, days) do nothing
    returning *
  )
  insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
  select gen_random_uuid(), f.recipient_id,
    case f.days when 0 then 'Consent to share ends today' else 'Consent to share ends soon' end,
    case f.days when 0 then 'A family’s consent ends today. From tomorrow the agencies it covers can no longer see the record.'
      else 'A family’s consent ends within ' || f.days || ' days.' end || ' Ask the family again and record their decision.',
    '/episodes/' || f.episode_id || '/consents', f.sent_at, 'consent', f.consent_id
  from fresh f;
  get diagnostics sent = row_count;
  return sent;
end $$;

-- For all families, run for the installation: no claim is presented, so the serving role cannot execute it.
create function access.send_all_expiry_reminders() returns integer
  language sql security definer set search_path = ''
  as $$
    select access.send_expiry_reminders(array(
      select distinct c.episode_id from public.consents c
      where c.valid_until between platform.london_date(platform.now()) and platform.london_date(platform.now()) + 30))
  $$;

grant select on golden_rules to bridges_app;
create policy golden_rules_select on golden_rules for select to bridges_app
  using ((select access.me()) is not null);

grant select on information_sharing_settings to bridges_app;
grant update (duty_16la, golden_rules_edition, default_lawful_basis, changed_by, changed_at, version)
  on information_sharing_settings to bridges_app;
create policy information_sharing_settings_select on information_sharing_settings for select to bridges_app
  using ((select access.me()) is not null);
create policy information_sharing_settings_update on information_sharing_settings for update to bridges_app
  using ((select access.allows('settings.change')))
  with check (changed_by = (select access.me()));

grant select, insert on agency_lawful_bases to bridges_app;
grant update (lawful_basis, changed_by, changed_at) on agency_lawful_bases to bridges_app;
create policy agency_lawful_bases_select on agency_lawful_bases for select to bridges_app
  using ((select access.me()) is not null);
create policy agency_lawful_bases_insert on agency_lawful_bases for insert to bridges_app
  with check ((select access.allows('settings.change')) and changed_by = (select access.me()));
create policy agency_lawful_bases_update on agency_lawful_bases for update to bridges_app
  using ((select access.allows('settings.change')))
  with check (changed_by = (select access.me()));

grant select on consent_purposes to bridges_app, bridges_loader;

grant select, insert on consents to bridges_app;
create policy consents_select on consents for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy consents_insert on consents for insert to bridges_app
  with check (episode_id = any(array(select access.may('consent.record'))));
-- The practitioner who records a consent signs for it.
create policy consents_insert_own_hand on consents as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()));
create policy consents_insert_still_open on consents as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = consents.episode_id and e.closed_at is null));

create trigger check_consent before insert on consents for each row execute function access.check_consent();
create trigger refresh_grants_on_insert after insert on consents
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on consents
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on consent_agencies to bridges_app;
create policy consent_agencies_select on consent_agencies for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy consent_agencies_select_named on consent_agencies as restrictive for select to bridges_app
  using (agency_id is null
    or episode_id in (select access.may('shield.decide'))
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
create policy consent_agencies_insert on consent_agencies for insert to bridges_app
  with check (episode_id = any(array(select access.may('consent.record'))));
create policy consent_agencies_insert_same_consent on consent_agencies for insert to bridges_app
  with check (consent_id = any(array(select access.consents_being_recorded())));

create trigger check_consent_agency before insert on consent_agencies for each row execute function access.check_consent_agency();
create trigger refresh_grants_on_insert after insert on consent_agencies
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on consent_agencies
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on consent_people to bridges_app;
create policy consent_people_select on consent_people for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy consent_people_select_named on consent_people as restrictive for select to bridges_app
  using (practitioner_id is null
    or practitioner_id = (select access.me() as me)
    or episode_id in (select access.may('shield.decide'))
    or ((not practitioner_id in (select access.people_of_sensitive_agencies() as people_of_sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not practitioner_id in (select access.people_of_location_revealing_agencies() as people_of_location_revealing_agencies))));
create policy consent_people_insert on consent_people for insert to bridges_app
  with check (episode_id = any(array(select access.may('consent.record'))));
create policy consent_people_insert_same_consent on consent_people for insert to bridges_app
  with check (consent_id = any(array(select access.consents_being_recorded())));

create trigger refresh_grants_on_insert after insert on consent_people
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on consent_people
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on consent_withdrawals to bridges_app;
create policy consent_withdrawals_select on consent_withdrawals for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy consent_withdrawals_select_named on consent_withdrawals as restrictive for select to bridges_app
  using (agency_id is null
    or episode_id in (select access.may('shield.decide'))
    or ((not agency_id in (select access.sensitive_agencies() as sensitive_agencies)
        or episode_id in (select access.may('sensitive_service.read')))
      and (not episode_id in (select access.hidden_episodes() as hidden_episodes)
        or not agency_id in (select access.location_revealing_agencies() as location_revealing_agencies))));
create policy consent_withdrawals_insert on consent_withdrawals for insert to bridges_app
  with check (episode_id = any(array(select access.may('consent.withdraw'))));
create policy consent_withdrawals_insert_own_hand on consent_withdrawals as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()));

create trigger refresh_grants_on_insert after insert on consent_withdrawals
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on consent_withdrawals
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on withdrawal_sign_offs to bridges_app;
create policy withdrawal_sign_offs_select on withdrawal_sign_offs for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy withdrawal_sign_offs_insert on withdrawal_sign_offs for insert to bridges_app
  with check (episode_id = any(array(select access.may('withdrawal.sign_off'))));
create policy withdrawal_sign_offs_insert_second_pair_of_eyes on withdrawal_sign_offs as restrictive for insert to bridges_app
  with check (signed_by = (select access.me())
    and exists (select from consent_withdrawals w
      where w.id = withdrawal_id and w.safeguarding_concern and w.recorded_by <> (select access.me())));

grant insert on consent_warnings to bridges_reach;
grant select on consent_warnings to bridges_app;
create policy consent_warnings_select on consent_warnings for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy consent_warnings_insert_by_reach on consent_warnings for insert to bridges_reach
  with check (true);

grant insert on consent_reasks to bridges_reach;
grant select, insert on consent_reasks to bridges_app;
create policy consent_reasks_select on consent_reasks for select to bridges_app
  using (episode_id = any(array(select access.may('consent.read'))));
create policy consent_reasks_insert on consent_reasks for insert to bridges_app
  with check (episode_id = any(array(select access.may('consent.record'))));
create policy consent_reasks_insert_by_reach on consent_reasks for insert to bridges_reach
  with check (true);
create policy consent_reasks_insert_own_hand on consent_reasks as restrictive for insert to bridges_app
  with check (noted_by = (select access.me()));
