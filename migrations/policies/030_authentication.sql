-- Accounts are kept by bridges_auth. The role that serves cases sees none of them; what an administrator does to the
-- account of a person of their own agency goes through the functions below, in the transaction that records it.
grant usage on schema auth to bridges_reach;

grant select, insert on auth.accounts to bridges_auth;
grant update (password_hash, email, last_signed_in_at, credentials_changed_at) on auth.accounts to bridges_auth;
grant select on auth.accounts to bridges_reach;
grant update (suspended_at, suspended_by, suspension_reason, credentials_changed_at, tokens_reminded_at) on auth.accounts to bridges_reach;

grant select, insert, update, delete on auth.sessions to bridges_auth;

grant select, insert, update, delete on auth.tokens to bridges_auth;

grant select, insert, update, delete on auth.attempts to bridges_auth;

grant select on auth.invitations to bridges_auth;
grant update (accepted_at) on auth.invitations to bridges_auth;
grant select, insert on auth.invitations to bridges_reach;
grant update (withdrawn_at) on auth.invitations to bridges_reach;

grant select, insert, delete on auth.password_resets to bridges_auth;
grant update (used_at) on auth.password_resets to bridges_auth;
grant select, insert, delete on auth.password_resets to bridges_reach;

grant select, delete on auth.tokens to bridges_reach;
grant update (reminded_at) on auth.tokens to bridges_reach;

grant select, insert, delete on auth.second_factors to bridges_auth;
grant update (secret, created_at, confirmed_at, last_step) on auth.second_factors to bridges_auth;
grant select, delete on auth.second_factors to bridges_reach;

grant select, insert, delete on auth.passkeys to bridges_auth;
grant update (counter, is_backed_up, last_used_at) on auth.passkeys to bridges_auth;
-- Whether there is one, and no more.
grant select (account_id), delete on auth.passkeys to bridges_reach;

grant select, insert, delete on auth.recovery_codes to bridges_auth;
grant update (used_at) on auth.recovery_codes to bridges_auth;
grant select, delete on auth.recovery_codes to bridges_reach;

grant select on auth.agencies_with_second_factor to bridges_auth;
grant select, insert, delete on auth.agencies_with_second_factor to bridges_reach;

grant select on auth.identity_providers to bridges_auth;
grant select, insert on auth.identity_providers to bridges_reach;
grant update (name, client_id, client_secret, is_on, changed_by, changed_at) on auth.identity_providers to bridges_reach;

grant select, insert on auth.identity_links to bridges_auth;
grant select, insert, delete on auth.identity_links to bridges_reach;
-- A link takes the password away, and may begin the account.
grant insert (id, username, practitioner_id, email) on auth.accounts to bridges_reach;
grant update (password_hash) on auth.accounts to bridges_reach;

grant select, insert, delete on auth.logout_tokens to bridges_auth;

-- Does the asker keep this person's account? An agency's administrator does for the people who work there; the system
-- administrator for the first administrator of an agency where none has an account yet.
create function access.keeps_account_of(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from access.actor() a
      join public.posts o on o.practitioner_id = person and (o.ended_at is null or o.ended_at > platform.now())
      join public.practitioners p on p.id = person and (p.left_at is null or p.left_at > platform.now())
      where ((select access.allows('people.manage')) and o.agency_id = a.agency_id)
        or ((select access.allows('agencies.manage')) and o.role = 'agency_administrator'
          and access.lacks_administrator(o.agency_id)))
  $$;
grant execute on function access.keeps_account_of(uuid) to bridges_app;

create function access.assert_keeps_account_of(person uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not access.keeps_account_of(person) then
    raise exception 'Only an administrator of their own agency keeps a person''s account' using errcode = '42501';
  end if;
end $$;

-- A link to an account opens the records of every agency that its owner works for. So no agency sends one to a person of
-- several, who uses the link of the sign-in page, or asks the people who run the server.
create function access.works_for_several(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select count(distinct o.agency_id) > 1 from public.posts o
    where o.practitioner_id = person and (o.ended_at is null or o.ended_at > platform.now())
  $$;
grant execute on function access.works_for_several(uuid) to bridges_auth;

create function access.assert_may_link(person uuid, hours integer) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_keeps_account_of(person);
  if access.works_for_several(person) then
    raise exception 'This person works for several agencies' using errcode = '42501';
  end if;
  if hours not between 1 and 72 then
    raise exception 'A link lasts 1 to 72 hours' using errcode = '42501';
  end if;
end $$;

-- Invites a person to set up an account. An earlier invitation that is still open stops working.
create function access.invite(invitation uuid, person uuid, address text, digest bytea, hours integer) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_may_link(person, hours);
  if exists (select from auth.accounts c where c.practitioner_id = person) then
    raise exception 'This person has an account already' using errcode = '42501';
  end if;
  perform access.withdraw_invitation(person);
  insert into auth.invitations (id, practitioner_id, email, secret_hash, invited_by, invited_at, expires_at)
  values (invitation, person, address, digest, access.me(), pg_catalog.now(), pg_catalog.now() + make_interval(hours => hours));
  perform access.queue_mail('invitation', person, jsonb_build_object('id', invitation));
end $$;
grant execute on function access.invite(uuid, uuid, text, bytea, integer) to bridges_app;

create function access.withdraw_invitation(person uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_keeps_account_of(person);
  update auth.invitations i set withdrawn_at = pg_catalog.now()
  where i.practitioner_id = person and i.accepted_at is null and i.withdrawn_at is null;
  return found;
end $$;
grant execute on function access.withdraw_invitation(uuid) to bridges_app;

-- Does this account have a second step in use, of either kind?
create function access.has_second_factor(account uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from auth.second_factors f where f.account_id = account and f.confirmed_at is not null)
      or exists (select from auth.passkeys k where k.account_id = account)
  $$;

-- Which agency alone ends a suspension: the one that decided it, as long as the person works there. Null where any of the
-- person's agencies does: after one by rule, and once they left the agency that decided it, whose administrators could not.
create function access.keeper_of_suspension(person uuid, agency uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select agency where exists (select from public.posts o
      where o.practitioner_id = person and o.agency_id = agency and (o.ended_at is null or o.ended_at > platform.now()))
  $$;

-- The accounts and last invitations of the people of the asker's agency, and of the one person named whose account the
-- asker keeps otherwise. No secret, and nothing that tells what they do.
create function access.account_states(person uuid default null)
  returns table (practitioner_id uuid, username text, email text, invited_at timestamptz, invitation_expires_at timestamptz,
    last_signed_in_at timestamptz, suspended_at timestamptz, suspended_by uuid, suspension_reason text,
    invitation_id uuid, reset_id uuid, has_second_factor boolean, works_for_several boolean, provider_id uuid,
    provider_name text, identifier text)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, c.username, coalesce(c.email, i.email), i.invited_at, i.expires_at,
      c.last_signed_in_at, c.suspended_at, access.keeper_of_suspension(p.id, c.suspended_by),
      c.suspension_reason,
      -- Who holds one of these links can take the account.
      case when not several.is_so then i.id end,
      case when not several.is_so then (select r.id from auth.password_resets r
        where r.account_id = c.id and r.requested_by = access.me() and r.used_at is null and r.expires_at > pg_catalog.now()
        order by r.requested_at desc limit 1) end,
      access.has_second_factor(c.id), several.is_so,
      s.provider_id, s.name, s.subject
    from public.practitioners p
    cross join lateral (select access.works_for_several(p.id) as is_so) several
    left join auth.accounts c on c.practitioner_id = p.id
    left join auth.invitations i on i.practitioner_id = p.id and i.accepted_at is null and i.withdrawn_at is null
    left join lateral (
      -- Who they are at another agency's provider is not this agency's to know.
      select case when is_ours then v.id end as provider_id, v.name, case when is_ours then l.subject end as subject
      from auth.identity_links l join auth.identity_providers v on v.id = l.provider_id
      cross join lateral (select v.agency_id = a.agency_id as is_ours from access.actor() a) own
      where l.account_id = c.id) s on true
    where (person is null or p.id = person)
      and (p.id in (select o.practitioner_id from access.actor() a join public.posts o on o.agency_id = a.agency_id
          and (o.ended_at is null or o.ended_at > platform.now())
        where (select access.allows('people.manage')))
        or (person is not null and access.keeps_account_of(person)))
  $$;
grant execute on function access.account_states(uuid) to bridges_app;

-- Suspends an account at once, wherever else the person works: a danger to children does not wait for another agency. The
-- administrators of the others are told. Links to the account end too. Gives whether it was in use.
create function access.suspend_account_for(agency uuid, person uuid, why text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update auth.accounts c set suspended_at = clock_timestamp(), credentials_changed_at = clock_timestamp(),
    suspension_reason = why, suspended_by = agency
  where c.practitioner_id = person and c.suspended_at is null;
  if not found then return false; end if;
  delete from auth.password_resets r using auth.accounts c
  where c.practitioner_id = person and r.account_id = c.id and r.used_at is null;
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (k.practitioner_id) gen_random_uuid(), k.practitioner_id, 'An account has been suspended',
    'Another agency suspended the account of a person who also works for yours. They cannot sign in until that agency ends the suspension.',
    '/people/' || person, date_trunc('milliseconds', platform.now())
  from public.posts o
  join public.posts k on k.agency_id = o.agency_id and k.role = 'agency_administrator' and platform.is_now(k.began_at, k.ended_at)
    and k.practitioner_id <> person
  where o.practitioner_id = person and o.agency_id <> agency and platform.is_now(o.began_at, o.ended_at);
  return true;
end $$;

create function access.suspend_account(person uuid, why text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_keeps_account_of(person);
  return access.suspend_account_for((select a.agency_id from access.actor() a), person, why);
end $$;
grant execute on function access.suspend_account(uuid, text) to bridges_app;

create function access.reinstate_account(person uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_keeps_account_of(person);
  update auth.accounts c set suspended_at = null, suspension_reason = null, suspended_by = null,
    -- A dormant account starts its time anew.
    credentials_changed_at = pg_catalog.now()
  where c.practitioner_id = person and c.suspended_at is not null
    and coalesce(access.keeper_of_suspension(person, c.suspended_by) = (select a.agency_id from access.actor() a), true);
  return found;
end $$;
grant execute on function access.reinstate_account(uuid) to bridges_app;

-- A link to set a new password, at the wish of an administrator. It goes to the owner's address, which the answer is.
create function access.reset_password(reset uuid, person uuid, digest bytea, hours integer) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  account record;
begin
  perform access.assert_may_link(person, hours);
  select c.id, coalesce(c.email, '') as email into account from auth.accounts c
  where c.practitioner_id = person and c.suspended_at is null
    and not exists (select from auth.identity_links l where l.account_id = c.id);
  if not found then return null; end if;
  insert into auth.password_resets (id, account_id, secret_hash, requested_by, requested_at, expires_at)
  values (reset, account.id, digest, access.me(), pg_catalog.now(), pg_catalog.now() + make_interval(hours => hours));
  perform access.queue_mail('password_reset', person, jsonb_build_object('id', reset));
  return account.email;
end $$;
grant execute on function access.reset_password(uuid, uuid, bytea, integer) to bridges_app;

-- A link to set a new password, asked for by a person who cannot sign in: to the address of the account, at most three
-- within an hour. The caller learns nothing of whether there is one.
create function access.request_password_reset(reset uuid, name text, digest bytea, hours integer) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  account record;
begin
  select c.id, c.practitioner_id into account from auth.accounts c
  where c.username = name and c.suspended_at is null and c.email is not null
    and not exists (select from auth.identity_links l where l.account_id = c.id)
    and (select count(*) from auth.password_resets r
      where r.account_id = c.id and r.requested_by is null and r.requested_at > pg_catalog.now() - interval '1 hour') < 3;
  if not found then return; end if;
  insert into auth.password_resets (id, account_id, secret_hash, requested_at, expires_at)
  values (reset, account.id, digest, pg_catalog.now(), pg_catalog.now() + make_interval(hours => hours));
  perform access.queue_mail('password_reset', account.practitioner_id, jsonb_build_object('id', reset));
  perform access.record_authentication(account.practitioner_id, 'ask to reset password', '{}');
end $$;
grant execute on function access.request_password_reset(uuid, text, bytea, integer) to bridges_auth;
-- Removes the second step of a person who lost it. They are signed out everywhere, set up another, and are told, so that
-- a removal that they did not ask for comes to light. No administrator removes their own.
create function access.remove_second_factor(person uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  account uuid;
begin
  perform access.assert_may_link(person, 1);
  if person = access.me() then
    raise exception 'Another administrator removes your second step' using errcode = '42501';
  end if;
  select c.id into account from auth.accounts c where c.practitioner_id = person and access.has_second_factor(c.id);
  if account is null then return false; end if;
  delete from auth.second_factors f where f.account_id = account;
  delete from auth.passkeys k where k.account_id = account;
  delete from auth.recovery_codes r where r.account_id = account;
  update auth.accounts c set credentials_changed_at = clock_timestamp() where c.id = account;
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  values (gen_random_uuid(), person, 'Your second step to sign in has been removed',
    'An administrator of your agency removed your authenticator app, passkeys and recovery codes. If you did not ask for this, tell your information governance team now.',
    '/second-factor', date_trunc('milliseconds', platform.now()));
  return true;
end $$;
grant execute on function access.remove_second_factor(uuid) to bridges_app;

-- Does the asker's agency ask a second step of everyone who works there?
create function access.agency_requires_second_factor() returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from auth.agencies_with_second_factor r join access.actor() a on a.agency_id = r.agency_id)
  $$;
grant execute on function access.agency_requires_second_factor() to bridges_app;

-- Sets whether it does. Gives whether that is a change. Personal tokens of people without a second step end: a new one needs it.
create function access.require_second_factor(required boolean) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (select access.allows('people.manage')) then
    raise exception 'Only an administrator of the agency decides how its people sign in' using errcode = '42501';
  end if;
  if required then
    insert into auth.agencies_with_second_factor (agency_id, required_by, required_at)
    select a.agency_id, access.me(), pg_catalog.now() from access.actor() a
    on conflict do nothing;
    if not found then return false; end if;
    delete from auth.tokens t using auth.accounts c, public.posts o, access.actor() a
    where t.kind = 'personal' and c.id = t.account_id and o.practitioner_id = c.practitioner_id and o.agency_id = a.agency_id
      and (o.ended_at is null or o.ended_at > platform.now())
      and not access.has_second_factor(c.id);
    return true;
  else
    delete from auth.agencies_with_second_factor r using access.actor() a where r.agency_id = a.agency_id;
  end if;
  return found;
end $$;
grant execute on function access.require_second_factor(boolean) to bridges_app;

-- Is this the failed attempt of this kind that a person is told of? The fifth wrong password or third wrong code since they
-- signed in. A passkey alone that was refused is no password. The index of the log has a person's latest entries first.
create function access.has_failed_often(person uuid, what text) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  signed_in timestamptz := coalesce((select e.at from audit.entries e
    where e.practitioner_id = person and e.act = 'sign in' order by e.at desc limit 1), '-infinity');
begin
  return (select count(*) from audit.entries e where e.practitioner_id = person and e.act = what and e.at > signed_in
        and (what <> 'fail to sign in' or e.detail ->> 'by' is distinct from 'passkey'))
      >= case what when 'fail second step' then 3 else 5 end
    and not exists (select from public.messages m where m.recipient_id = person and m.sent_at > signed_in
      and m.href = '/account' and m.subject = case what when 'fail second step' then 'Wrong codes were entered to sign in as you'
        else 'Wrong passwords were entered to sign in as you' end);
end $$;

-- Tells a person of each change to what they sign in with, and of repeated failed attempts: of these once between two
-- of their sign-ins, so that no stranger can fill their messages.
create function access.warn_of_authentication(person uuid, what text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
begin
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), person, case what
      when 'fail to sign in' then 'Wrong passwords were entered to sign in as you'
      when 'fail second step' then 'Wrong codes were entered to sign in as you'
      else 'How you sign in has changed' end,
    w.body, '/account', date_trunc('milliseconds', platform.now())
  from (values
    ('fail to sign in', 'Five wrong passwords since you last signed in. If that was not you, tell your agency’s administrator.'),
    ('fail second step', 'Three wrong codes since you last signed in. If that was not you, your password may be known: change it now, and tell your agency’s administrator.'),
    ('change password', 'Your password was changed. If that was not you, tell your agency’s administrator now.'),
    ('reset password', 'Your password was changed by a link. If that was not you, tell your agency’s administrator now.'),
    ('set up second step', 'An authenticator app was set up. If that was not you, tell your agency’s administrator now.'),
    ('remove second step', 'Your authenticator app was removed. If that was not you, tell your agency’s administrator now.'),
    ('add passkey', 'A passkey was added, which can sign in as you. If that was not you, remove it and tell your agency’s administrator now.'),
    ('remove passkey', 'A passkey was removed. If that was not you, tell your agency’s administrator now.'),
    ('renew recovery codes', 'New recovery codes were made. If that was not you, tell your agency’s administrator now.'),
    ('use recovery code', 'A recovery code was used in place of your second step. If that was not you, tell your agency’s administrator now.')
  ) w (act, body)
  where w.act = what and (what not in ('fail to sign in', 'fail second step') or access.has_failed_often(person, what));
end $$;

-- Writes an act of signing in to the access log, for a person in their longest post. Nothing for an unknown user name:
-- the log names people, and who typed it is unknown.
create function access.record_authentication(person uuid, what text, known jsonb) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
begin
  insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, detail)
  select gen_random_uuid(), date_trunc('milliseconds', platform.now()), person, o.agency_id, o.role, what, 'account', person, known
  from public.posts o where o.practitioner_id = person
  order by (o.ended_at is null or o.ended_at > platform.now()) desc, o.began_at, o.id limit 1;
  perform access.warn_of_authentication(person, what);
end $$;
grant execute on function access.record_authentication(uuid, text, jsonb) to bridges_auth;

-- Accounts that were not used for so long are suspended by rule: no one watches a forgotten account. The
-- administrators of the person's agencies are told. Gives how many were suspended.
create function access.suspend_dormant_accounts(days integer) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  suspended integer;
begin
  with dormant as (
    update auth.accounts c set suspended_at = pg_catalog.now(), credentials_changed_at = pg_catalog.now(), suspension_reason = 'dormant'
    where c.suspended_at is null and c.demo_sentence is null
      and greatest(c.created_at, c.last_signed_in_at, c.credentials_changed_at,
        (select max(t.last_used_at) from auth.tokens t where t.account_id = c.id)) < pg_catalog.now() - make_interval(days => days)
    returning c.practitioner_id
  ), told as (
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select distinct on (k.practitioner_id, d.practitioner_id) gen_random_uuid(), k.practitioner_id, 'An account has been suspended',
      'A person in your agency has not signed in for ' || days || ' days, so their account has been suspended. If they still need it, you can let them sign in again.',
      '/people/' || d.practitioner_id, date_trunc('milliseconds', platform.now())
    from dormant d
    join public.posts o on o.practitioner_id = d.practitioner_id and platform.is_now(o.began_at, o.ended_at)
    join public.posts k on k.agency_id = o.agency_id and k.role = 'agency_administrator'
      and platform.is_now(k.began_at, k.ended_at) and k.practitioner_id <> d.practitioner_id
  )
  select count(*) into suspended from dormant;
  return suspended;
end $$;
grant execute on function access.suspend_dormant_accounts(integer) to bridges_jobs;
grant select, insert, delete on auth.kept_forms to bridges_auth;

-- For so many days after a person with single sign-on signed in with their provider their personal tokens can be used. A provider
-- does not say that it closed an account; that its owner can no longer sign in is how it shows.
create function access.linked_token_days() returns integer
  language sql immutable set search_path = ''
  as $$ select 30 $$;
grant execute on function access.linked_token_days() to bridges_auth;

-- Reminds a person once, two weeks before a personal token of theirs ends, and a week before their tokens rest because they
-- have not signed in with their provider. Gives how many reminders.
create function access.remind_of_personal_tokens() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  ending integer;
  resting integer;
begin
  with due as (
    update auth.tokens t set reminded_at = pg_catalog.now() from auth.accounts c
    where c.id = t.account_id and c.suspended_at is null and t.kind = 'personal' and t.reminded_at is null
      and t.expires_at > pg_catalog.now() and t.expires_at < pg_catalog.now() + interval '14 days'
      -- One made for less than two weeks is new.
      and t.issued_at < t.expires_at - interval '14 days'
    returning c.practitioner_id
  )
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (d.practitioner_id) gen_random_uuid(), d.practitioner_id, 'A personal token ends soon',
    'A token with which a program of yours uses Bridges ends within two weeks. Create a new one, put it into that program, and revoke the old one.',
    '/tokens', moment
  from due d join public.practitioners p on p.id = d.practitioner_id and (p.left_at is null or p.left_at > moment);
  get diagnostics ending = row_count;
  with due as (
    update auth.accounts c set tokens_reminded_at = pg_catalog.now()
    where c.suspended_at is null and exists (select from auth.identity_links l where l.account_id = c.id)
      and exists (select from auth.tokens t where t.account_id = c.id and t.kind = 'personal' and t.expires_at > pg_catalog.now())
      and c.last_signed_in_at < pg_catalog.now() - make_interval(days => access.linked_token_days() - 7)
      and c.last_signed_in_at > pg_catalog.now() - make_interval(days => access.linked_token_days())
      and (c.tokens_reminded_at is null or c.tokens_reminded_at < c.last_signed_in_at)
    returning c.practitioner_id
  )
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), d.practitioner_id, 'Sign in to keep your tokens working',
    'Programs that use Bridges as you stop working ' || access.linked_token_days() || ' days after you last signed in, which is within a week. Sign in, and they go on.',
    '/tokens', moment
  from due d join public.practitioners p on p.id = d.practitioner_id and (p.left_at is null or p.left_at > moment);
  get diagnostics resting = row_count;
  return ending + resting;
end $$;
grant execute on function access.remind_of_personal_tokens() to bridges_jobs;

-- Tells the others who answer for how an agency's people sign in. An administrator who registers a provider of their own
-- could sign in as any of these people, so it must come to light.
create function access.tell_of_sign_in(what text) returns void
  language sql volatile security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), k.practitioner_id, 'Your agency’s single sign-on has changed', what, '/account',
      date_trunc('milliseconds', platform.now())
    from (select distinct o.practitioner_id from access.actor() a
      join public.posts o on o.agency_id = a.agency_id and o.role in ('agency_administrator', 'governance')
        and platform.is_now(o.began_at, o.ended_at)
      where o.practitioner_id <> a.practitioner_id) k
  $$;

create function access.assert_decides_sign_in() returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (select access.allows('people.manage')) then
    raise exception 'Only an administrator of the agency decides how its people sign in' using errcode = '42501';
  end if;
end $$;

-- The providers of the asker's own agency. No secret.
create function access.identity_providers()
  returns table (id uuid, name text, issuer text, subject_claim text, client_id text, is_on boolean, changed_at timestamptz,
    people integer)
  language sql stable security definer set search_path = ''
  as $$
    select v.id, v.name, v.issuer, v.subject_claim, v.client_id, v.is_on, v.changed_at,
      (select count(*)::integer from auth.identity_links l where l.provider_id = v.id)
    from access.actor() a join auth.identity_providers v on v.agency_id = a.agency_id
    where (select access.allows('people.manage'))
    order by access.name_order(v.name), v.id
  $$;
grant execute on function access.identity_providers() to bridges_app;

-- Adds a provider, turned off.
create function access.add_identity_provider(provider uuid, label text, address text, claim text, client text, sealed bytea)
  returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_decides_sign_in();
  insert into auth.identity_providers (id, agency_id, name, issuer, subject_claim, client_id, client_secret, is_on, changed_by, changed_at)
  select provider, a.agency_id, label, address, claim, client, sealed, false, access.me(), pg_catalog.now() from access.actor() a;
  perform access.tell_of_sign_in('An administrator added ' || label || ' at ' || address || '. If you did not expect this, tell your information governance team now.');
end $$;
grant execute on function access.add_identity_provider(uuid, text, text, text, text, bytea) to bridges_app;

-- Changes a provider; `sealed` is null for the secret it has. Turned off, it signs no one in, and those whom it signed in
-- are signed out. False for another agency's.
create function access.change_identity_provider(provider uuid, label text, client text, sealed bytea, turn_on boolean)
  returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.assert_decides_sign_in();
  update auth.identity_providers v set name = label, client_id = client, client_secret = coalesce(sealed, v.client_secret),
    is_on = turn_on, changed_by = access.me(), changed_at = pg_catalog.now()
  from access.actor() a where v.id = provider and v.agency_id = a.agency_id;
  if not found then return false; end if;
  if not turn_on then
    update auth.accounts c set credentials_changed_at = clock_timestamp()
    from auth.identity_links l where l.provider_id = provider and c.id = l.account_id;
  end if;
  perform access.tell_of_sign_in('An administrator changed ' || label || case when turn_on then ', which is on.' else ', which is off.' end
    || ' If you did not expect this, tell your information governance team now.');
  return true;
end $$;
grant execute on function access.change_identity_provider(uuid, text, text, bytea, boolean) to bridges_app;

create function access.tell_of_own_sign_in(person uuid, what text) returns void
  language sql volatile security definer set search_path = ''
  as $$
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    values (gen_random_uuid(), person, 'How you sign in has changed', what, '/account', date_trunc('milliseconds', platform.now()))
  $$;

-- From now on this person signs in at a provider of the asker's agency, where this identifier is theirs, and by no
-- password. Without an account they get one, with their work email as user name. They are told. Null for no such provider,
-- false for a person without a work email. Never for a person of several agencies: the provider of one would open the
-- records of all.
create function access.link_identity(link uuid, person uuid, provider uuid, identifier text, account uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  holder uuid;
  label text;
begin
  perform access.assert_may_link(person, 1);
  if person = access.me() then
    raise exception 'Another administrator decides how you sign in' using errcode = '42501';
  end if;
  select v.name into label from auth.identity_providers v join access.actor() a on a.agency_id = v.agency_id where v.id = provider;
  if not found then return null; end if;
  update auth.accounts c set password_hash = null, credentials_changed_at = clock_timestamp()
  where c.practitioner_id = person returning c.id into holder;
  if holder is null then
    insert into auth.accounts (id, username, practitioner_id, email)
    select account, lower(btrim(normalize(p.email, nfkc))), p.id, p.email from public.practitioners p where p.id = person and p.email is not null
    returning id into holder;
    if holder is null then return false; end if;
    perform access.withdraw_invitation(person);
  end if;
  delete from auth.password_resets r where r.account_id = holder and r.used_at is null;
  insert into auth.identity_links (id, provider_id, account_id, subject, linked_by, linked_at)
  values (link, provider, holder, identifier, access.me(), pg_catalog.now());
  perform access.tell_of_own_sign_in(person, 'An administrator set that you sign in with ' || label || '. Your password for Bridges no longer works. If you did not expect this, tell your information governance team now.');
  return true;
end $$;
grant execute on function access.link_identity(uuid, uuid, uuid, text, uuid) to bridges_app;

-- Takes a link back: they are signed out and set a password. The agency of the provider does it, and once they work there no
-- more the agency that keeps their account now. False without such a link.
create function access.unlink_identity(person uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  holder uuid;
begin
  perform access.assert_keeps_account_of(person);
  delete from auth.identity_links l using auth.identity_providers v, auth.accounts c, access.actor() a
  where c.practitioner_id = person and l.account_id = c.id and v.id = l.provider_id
    and (v.agency_id = a.agency_id or not exists (select from public.posts o where o.practitioner_id = person
      and o.agency_id = v.agency_id and (o.ended_at is null or o.ended_at > platform.now())))
  returning l.account_id into holder;
  if holder is null then return false; end if;
  update auth.accounts c set credentials_changed_at = clock_timestamp() where c.id = holder;
  perform access.tell_of_own_sign_in(person, 'An administrator set that you sign in with a password. Select “Forgotten your password?” on the sign-in page to set one.');
  return true;
end $$;
grant execute on function access.unlink_identity(uuid) to bridges_app;
