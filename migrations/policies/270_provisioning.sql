-- What the system of an agency reads and changes with a service token for its people (SCIM): their names, work e-mail
-- addresses, job titles and whether they may sign in. No role, no family, and no person of another agency.
grant select, insert on auth.provisioned_people to bridges_reach;
grant update (external_id, given_name, family_name, deactivated_at, deleted_at) on auth.provisioned_people to bridges_reach;

grant insert on practitioners to bridges_reach;
create policy practitioners_insert_by_reach on practitioners for insert to bridges_reach with check (true);
grant update (name, job_title, email) on practitioners to bridges_reach;

-- The agency whose people the asking system keeps.
create function access.assert_provisions_people() returns uuid
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  agency uuid := (select s.agency_id from access.service() s where s.scope = 'people');
begin
  if agency is null then
    raise exception 'Only a service token for people provisions them' using errcode = '42501';
  end if;
  return agency;
end $$;

create function access.record_provisioning(what text, kind text, person uuid, request uuid) returns void
  language sql volatile security definer set search_path = ''
  as $$
    select access.record_service_act(s.token_id, s.agency_id, s.token_name, what, kind, person, request)
    from access.service() s
  $$;

-- The people of the asking system's agency, or one of them: who works there now or is about to, has a work e-mail address,
-- and was not deleted by that system. Without an account they are active unless that system said otherwise since they
-- were last invited.
create function access.provisioned_people(person uuid default null)
  returns table (id uuid, name text, job_title text, email text, external_id text, given_name text, family_name text,
    active boolean)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, p.job_title, lower(p.email), v.external_id, v.given_name, v.family_name,
      case when c.id is not null then c.suspended_at is null
        else v.deactivated_at is null or exists (select from auth.invitations i where i.practitioner_id = p.id
          and i.accepted_at is null and i.withdrawn_at is null and i.invited_at > v.deactivated_at) end
    from access.service() s
    join public.practitioners p on (person is null or p.id = person) and p.email is not null
      and (p.left_at is null or p.left_at > platform.now())
      and p.id in (select o.practitioner_id from public.posts o where o.agency_id = s.agency_id
        and (o.ended_at is null or o.ended_at > platform.now()))
    left join auth.provisioned_people v on v.practitioner_id = p.id and v.agency_id = s.agency_id
    left join auth.accounts c on c.practitioner_id = p.id
    where s.scope = 'people' and v.deleted_at is null
  $$;
grant execute on function access.provisioned_people(uuid) to bridges_app;

create function access.assert_address_is_free(address text, person uuid) returns void
  language plpgsql stable security definer set search_path = ''
  as $$
begin
  if exists (select from access.provisioned_people() p where p.email = address and p.id <> person) then
    raise exception 'A person of this agency has this address' using errcode = '23505', constraint = 'provisioned_people_address';
  end if;
end $$;

-- A person of the asking system's agency with this address, whom that system deleted: adding them again brings them back.
create function access.deleted_person(address text) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select p.id from access.service() s
    join auth.provisioned_people v on v.agency_id = s.agency_id and v.deleted_at is not null
    join public.practitioners p on p.id = v.practitioner_id and lower(p.email) = address
      and (p.left_at is null or p.left_at > platform.now())
    where s.scope = 'people' and exists (select from public.posts o where o.practitioner_id = p.id
      and o.agency_id = s.agency_id and (o.ended_at is null or o.ended_at > platform.now()))
    order by v.deleted_at desc, p.id limit 1
  $$;
grant execute on function access.deleted_person(text) to bridges_app;

-- Invites a person who has no account. Gives false where an agency sends no link.
create function access.invite_provisioned(
    person uuid, address text, invitation uuid, digest bytea, hours integer, request uuid)
  returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if hours not between 1 and 72 then
    raise exception 'A link lasts 1 to 72 hours' using errcode = '42501';
  end if;
  if address is null or access.works_for_several(person)
     or exists (select from auth.accounts c where c.practitioner_id = person) then
    return false;
  end if;
  update auth.invitations i set withdrawn_at = pg_catalog.now()
  where i.practitioner_id = person and i.accepted_at is null and i.withdrawn_at is null;
  insert into auth.invitations (id, practitioner_id, email, secret_hash, invited_at, expires_at)
  values (invitation, person, address, digest, clock_timestamp(), pg_catalog.now() + make_interval(hours => hours));
  perform access.queue_mail('invitation', person, jsonb_build_object('id', invitation));
  perform access.record_provisioning('invite', 'account', person, request);
  return true;
end $$;

-- Adds a person with the simplest post, practitioner without a team, and invites them unless they are to come later. An
-- administrator gives any other role.
create function access.provision_person(
    person uuid, full_name text, title text, address text, external text, given text, family text, is_active boolean,
    invitation uuid, digest bytea, hours integer, request uuid)
  returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_provisions_people();
  post uuid := gen_random_uuid();
begin
  perform access.assert_address_is_free(address, person);
  insert into public.practitioners (id, name, job_title, email) values (person, full_name, title, address);
  insert into public.posts (id, practitioner_id, agency_id, role, began_at, ended_at)
  select post, person, g.id, 'practitioner', date_trunc('milliseconds', platform.now()), access.end_of_day(g.ended_on)
  from public.agencies g where g.id = agency;
  perform access.record_closing_post(post, null);
  insert into auth.provisioned_people (practitioner_id, agency_id, external_id, given_name, family_name, added_address,
    deactivated_at)
  values (person, agency, external, given, family, address, case when not is_active then clock_timestamp() end);
  perform access.record_provisioning('add practitioner', 'practitioner', person, request);
  if is_active then
    perform access.invite_provisioned(person, address, invitation, digest, hours, request);
  end if;
end $$;
grant execute on function access.provision_person(uuid, text, text, text, text, text, text, boolean, uuid, bytea, integer, uuid)
  to bridges_app;

-- Changes what the directory says of a person. The address is how colleagues reach them: the address that they sign in
-- with, and to which links go, belongs to the owner of the account and stays.
create function access.provision_details(
    person uuid, full_name text, title text, address text, external text, given text, family text, request uuid)
  returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_provisions_people();
begin
  if not exists (select from access.provisioned_people(person)) then
    raise exception 'This person does not work for this agency' using errcode = '42501';
  end if;
  perform access.assert_address_is_free(address, person);
  update public.practitioners p set name = full_name, job_title = title, email = address, version = p.version + 1
  where p.id = person and (p.name, p.job_title, lower(p.email)) is distinct from (full_name, title, address);
  insert into auth.provisioned_people as v (practitioner_id, agency_id, external_id, given_name, family_name)
  values (person, agency, external, given, family)
  on conflict (practitioner_id, agency_id) do update
    set external_id = excluded.external_id, given_name = excluded.given_name, family_name = excluded.family_name;
  perform access.record_provisioning('change practitioner', 'practitioner', person, request);
end $$;
grant execute on function access.provision_details(uuid, text, text, text, text, text, text, uuid) to bridges_app;

-- The agency's system says that a person no longer works there. Their account is suspended at once, an open invitation
-- stops working, and those who pass on their work are told. Gives whether that is news.
create function access.deactivate_person(person uuid, request uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_provisions_people();
  moment timestamptz := date_trunc('milliseconds', platform.now());
  was_active boolean := (select p.active from access.provisioned_people(person) p);
begin
  if was_active is null then
    raise exception 'This person does not work for this agency' using errcode = '42501';
  end if;
  insert into auth.provisioned_people as v (practitioner_id, agency_id, deactivated_at)
  values (person, agency, clock_timestamp())
  on conflict (practitioner_id, agency_id) do update set deactivated_at =
    case when was_active or v.deactivated_at is null then excluded.deactivated_at else v.deactivated_at end;
  update auth.invitations i set withdrawn_at = pg_catalog.now()
  where i.practitioner_id = person and i.accepted_at is null and i.withdrawn_at is null;
  -- Suspended as long unused, an administrator would bring them back.
  update auth.accounts c set suspended_at = null, suspension_reason = null, suspended_by = null
  where c.practitioner_id = person and c.suspension_reason = 'dormant';
  if not access.suspend_account_for(agency, person, 'provisioning') then
    if was_active then
      perform access.record_provisioning('withdraw invitation', 'account', person, request);
    end if;
    return was_active;
  end if;
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (k.practitioner_id) gen_random_uuid(), k.practitioner_id, 'An account has been suspended',
    'Your agency’s own system ended the access of a person, so they can no longer sign in. If they have left, record it, so that their work with families is passed on.',
    '/people/' || person, moment
  from public.posts k
  join public.practitioners p on p.id = k.practitioner_id and (p.left_at is null or p.left_at > moment)
  where k.agency_id = agency and k.role = 'agency_administrator' and k.practitioner_id <> person
    and platform.is_now(k.began_at, k.ended_at);
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (k.practitioner_id) gen_random_uuid(), k.practitioner_id, 'Hand over a colleague’s work',
    w.name || ' can no longer sign in: your agency’s own system says that they have left. Hand over their work with families.',
    '/hand-overs/' || person, moment
  from public.practitioners w
  join public.posts k on k.agency_id = agency and k.role = 'manager' and k.practitioner_id <> person
    and platform.is_now(k.began_at, k.ended_at)
  join public.practitioners p on p.id = k.practitioner_id and (p.left_at is null or p.left_at > moment)
  where w.id = person;
  perform access.record_provisioning('suspend', 'account', person, request);
  return true;
end $$;
grant execute on function access.deactivate_person(uuid, uuid) to bridges_app;

-- The agency's system says that a person works there again. Ends a suspension that an agency's system made for this
-- agency, and no other. A person without an account is invited anew, to the address that was invited before: so no change
-- of an address brings another person to an invitation with greater rights.
create function access.reactivate_person(person uuid, invitation uuid, digest bytea, hours integer, request uuid)
  returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_provisions_people();
  address text;
begin
  update auth.provisioned_people v set deactivated_at = null, deleted_at = null
  where v.practitioner_id = person and v.agency_id = agency and v.deactivated_at is not null
  returning v.added_address into address;
  if not found then return false; end if;
  if not exists (select from access.provisioned_people(person)) then
    raise exception 'This person does not work for this agency' using errcode = '42501';
  end if;
  update auth.accounts c set suspended_at = null, suspension_reason = null, suspended_by = null,
    credentials_changed_at = pg_catalog.now()
  where c.practitioner_id = person and c.suspended_by = agency and c.suspension_reason = 'provisioning';
  if found then
    perform access.record_provisioning('end suspension', 'account', person, request);
    return true;
  end if;
  return access.invite_provisioned(person, coalesce((select i.email from auth.invitations i
      where i.practitioner_id = person order by i.invited_at desc, i.id desc limit 1), address),
    invitation, digest, hours, request);
end $$;
grant execute on function access.reactivate_person(uuid, uuid, bytea, integer, uuid) to bridges_app;

-- To the agency's system the person no longer exists. Their history stays, until an administrator records that they left.
create function access.delete_person(person uuid, request uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_provisions_people();
begin
  perform access.deactivate_person(person, request);
  update auth.provisioned_people v set deleted_at = clock_timestamp()
  where v.practitioner_id = person and v.agency_id = agency;
  perform access.record_provisioning('delete from provisioning', 'practitioner', person, request);
end $$;
grant execute on function access.delete_person(uuid, uuid) to bridges_app;
