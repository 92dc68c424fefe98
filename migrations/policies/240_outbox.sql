-- Subjects of messages that an email may repeat: none names a person or says anything about a family. Any other message is
-- announced without its subject. Some are about safety: their email never waits.
create view access.mail_subjects as
select * from (values
  ('A child may not be safe', true),
  ('Concern about a child after consent was withdrawn', true),
  ('A safety concern has been answered', true),
  ('A step-up is waiting for your answer', true),
  ('Social care has answered a step-up', true),
  ('Emergency access to a record you are responsible for', true),
  ('Emergency access is waiting for your review', true),
  ('Emergency access needs a reviewer', true),
  ('You have been asked to review emergency access', true),
  ('Your emergency access has started', true),
  ('Your emergency access has ended', true),
  ('Your emergency access was ended', true),
  ('Your emergency access was reviewed', true),
  ('A case has been added to your panel’s agenda', false),
  ('Please read this before you contact a family', true),
  ('A record has been corrected', false),
  ('A child has joined an episode', false),
  ('A child has left an episode', false),
  ('A closure has been proposed', false),
  ('A closure was undone', false),
  ('A correction to a record', false),
  ('A family has moved into your locality', false),
  ('A family has moved out of your locality', false),
  ('A family has no lead professional', false),
  ('A lead professional accepted', false),
  ('A meeting has been cancelled', false),
  ('A meeting has been moved', false),
  ('A person who gave consent no longer cares for a child', false),
  ('A panel has decided on a case you took to it', false),
  ('A personal token ends soon', false),
  ('A post has been taken up', true),
  ('A proposal to lead was refused', false),
  ('A record deletion needs your decision', false),
  ('A record will not be deleted', false),
  ('A request to lead has been withdrawn', false),
  ('A suspended account is now yours to decide', false),
  ('A webhook has been turned off', false),
  ('An account has been suspended', false),
  ('An action of yours has changed', false),
  ('An action of yours was dropped', false),
  ('An agency does not close', false),
  ('An agency may close', false),
  ('An agency that a family shares with closes', false),
  ('An agency that a family shares with does not close', false),
  ('An address is protected: decide within 5 working days', false),
  ('An episode has closed', false),
  ('An episode stays open', false),
  ('A service token ends soon', false),
  ('Changes to a colleague’s work', false),
  ('Confirm your agency’s people', false),
  ('Consent to share ends soon', false),
  ('Consent to share ends today', false),
  ('Hand over a colleague’s work', false),
  ('Information governance has made a decision about a protected address', false),
  ('Information was shared without the family’s consent', false),
  ('Please give a reason, in one line', false),
  ('Sign in to keep your tokens working', false),
  ('Social care stepped an episode down', false),
  ('Someone has asked for your help', false),
  ('Someone has been asked to lead after you', false),
  ('Someone will phone you about a child', false),
  ('The coordinator answered your question', false),
  ('The manager can no longer approve your closure', false),
  ('The other parent objects', false),
  ('Two records are kept apart again', false),
  ('Two records may be of one child', false),
  ('Two records of one child are kept as one', false),
  ('Your proposal about two records was declined', false),
  ('You are deputy for a lead professional', false),
  ('How you sign in has changed', true),
  ('Wrong codes were entered to sign in as you', true),
  ('Wrong passwords were entered to sign in as you', true),
  ('Your second step to sign in has been removed', true),
  ('Your agency’s single sign-on has changed', true),
  ('You are invited to a meeting of a team around a child', false),
  ('You are no longer deputy for a lead professional', false),
  ('You can still see a protected address', false),
  ('You have been added to a team around a child', false),
  ('You have been asked to approve a closure', false),
  ('You have been asked to be a lead professional', false),
  ('You have been given an action in a plan', false),
  ('You have been removed from a team around a child', false),
  ('You have handed over as lead professional', false),
  ('You no longer lead for a family', false),
  ('You no longer need to approve a closure', false),
  ('Your access to a record has ended', false),
  ('Your agency closes', false),
  ('Your agency does not close', false),
  ('Your agency does not take over', false),
  ('Your agency may close', false),
  ('Your agency takes over from another', false),
  ('Your closure was approved', false),
  ('Your closure was sent back', false),
  ('Your question about a child has an answer', false)) s (subject, always_at_once);

-- The next time after this instant at which it is this hour in London.
create function platform.next_london_hour(instant timestamptz, hour integer) returns timestamptz
  language sql stable parallel safe set search_path = ''
  as $$
    select (case when d.today > d.clock then d.today else d.today + interval '1 day' end) at time zone 'Europe/London'
    from (select instant at time zone 'Europe/London' as clock,
      date_trunc('day', instant at time zone 'Europe/London') + hour * interval '1 hour' as today) d
  $$;
grant execute on function platform.next_london_hour(timestamptz,integer) to bridges_reach;

-- Is it one of the hours from `quiet_from` until `quiet_until` in London? They may span midnight.
create function access.is_quiet(instant timestamptz, quiet_from smallint, quiet_until smallint) returns boolean
  language sql stable set search_path = ''
  as $$
    select coalesce(case when quiet_from < quiet_until then h.hour >= quiet_from and h.hour < quiet_until
      else h.hour >= quiet_from or h.hour < quiet_until end, false)
    from (select extract(hour from instant at time zone 'Europe/London')::smallint as hour) h
  $$;
grant execute on function access.is_quiet(timestamptz,smallint,smallint) to bridges_reach;

-- Puts the email about a new message into the outbox, in the transaction of the message: at once, after the recipient's
-- quiet hours, or in their digest of the day. What is loaded from elsewhere is no news.
create function access.queue_mail_for_message() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := platform.now();
  always boolean := coalesce((select s.always_at_once from access.mail_subjects s where s.subject = new.subject), false);
  wish public.notification_choices;
  is_digest boolean;
  due timestamptz := moment;
  envelope uuid := gen_random_uuid();
begin
  if new.sent_at < moment - interval '1 hour' then return null; end if;
  select * into wish from public.notification_choices c where c.practitioner_id = new.recipient_id;
  if not always and wish.email = 'never' then return null; end if;
  is_digest := not always and coalesce(wish.email = 'daily', false);
  if is_digest then
    due := platform.next_london_hour(moment, wish.digest_hour);
    -- One digest for a person and an hour, whichever transactions fill it.
    envelope := md5('digest ' || new.recipient_id || ' ' || extract(epoch from due))::uuid;
  elsif not always and access.is_quiet(moment, wish.quiet_from, wish.quiet_until) then
    due := platform.next_london_hour(moment, wish.quiet_until);
  end if;
  insert into public.mails (id, recipient_id, kind, urgent, queued_at, due_at)
  values (envelope, new.recipient_id, case when is_digest then 'digest' else 'message' end, always, moment, due)
  on conflict (id) do nothing;
  insert into public.mail_messages (mail_id, message_id) values (envelope, new.id);
  return null;
end $$;
-- After the trigger that puts the person in the place of a pseudonym.
create trigger queue_mail_for_message after insert on messages for each row execute function access.queue_mail_for_message();

-- Email that is not about a message: an invitation, a reset password. Only functions that have checked their caller queue one. `parameters` holds identifiers, never a secret.
create function access.queue_mail(kind text, recipient uuid, parameters jsonb) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  if kind in ('message', 'digest') then
    raise exception 'This email comes of a message' using errcode = '42501';
  end if;
  insert into public.mails (id, recipient_id, kind, parameters, urgent, queued_at, due_at)
  values (gen_random_uuid(), recipient, kind, parameters, true, platform.now(), platform.now());
end $$;

-- Do all accounts of this person stand suspended?
create function access.is_suspended(practitioner uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(bool_and(a.suspended_at is not null), false) from auth.accounts a where a.practitioner_id = practitioner
  $$;

-- This text as an id; null when it is none, so that one bad row stops no other email. A statement of its own for the cast:
-- a planner that knows the text would cast it in any branch.
create function platform.uuid_or_null(value text) returns uuid
  language plpgsql stable set search_path = ''
  as $$
begin
  if pg_catalog.pg_input_is_valid(value, 'uuid') then return value::uuid; end if;
  return null;
end $$;

-- Where this email goes. A link goes where its account says, while it is open: an administrator who changes the address in
-- the directory must not get the link of an account. Null when there is nowhere.
create function access.mail_address(mail public.mails) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case mail.kind
      when 'invitation' then (select i.email from auth.invitations i where i.id = platform.uuid_or_null(mail.parameters ->> 'id')
        and i.practitioner_id = mail.recipient_id and i.accepted_at is null and i.withdrawn_at is null
        and i.expires_at > pg_catalog.now())
      when 'password_reset' then (select c.email from auth.password_resets r join auth.accounts c on c.id = r.account_id
        where r.id = platform.uuid_or_null(mail.parameters ->> 'id') and c.practitioner_id = mail.recipient_id and r.used_at is null
          and r.expires_at > pg_catalog.now())
      else (select p.email from public.practitioners p where p.id = mail.recipient_id) end
  $$;

-- Why this email is not sent; null when it is.
create function access.why_not_mailed(mail public.mails) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when p.left_at <= platform.now() then 'left'
      when coalesce(access.mail_address(mail), '') !~ '^\S+@\S+$' then 'no_address'
      when access.is_suspended(p.id) then 'suspended'
      when mail.kind not in ('message', 'digest') then null
      when not exists (select from auth.accounts a where a.practitioner_id = p.id) then 'no_account'
      when not mail.urgent and exists (select from public.notification_choices c
        where c.practitioner_id = p.id and c.email = 'never') then 'not_wanted'
      when not exists (select from access.messages_to_mail(mail.id)) then 'already_read'
    end
    from public.practitioners p where p.id = mail.recipient_id
  $$;

-- Does this person come to the family in any of their posts, now or from a day to come, or beside a colleague whom they support?
create function access.comes_to(episode uuid, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select not exists (select from access.exclusions c where c.practitioner_id = person and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
      and (exists (
          select from public.posts o
          join public.agencies y on y.id = o.agency_id
          join access.grants g on g.episode_id = episode and g.ends > platform.now()
            and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
          join access.rules r on r.role = o.role and r.reach = g.reach
          where o.practitioner_id = person and platform.is_now(o.began_at, o.ended_at))
        or exists (
          select from public.support_namings n
          join public.posts o on o.practitioner_id = person and o.team_id = n.team_id and o.role = 'business_support'
            and platform.is_now(o.began_at, o.ended_at)
          where n.supporter_id = person and n.ended_at is null and access.reaches_tier(episode, n.practitioner_id, 0::smallint)))
  $$;

-- The family that a message is about, by what it asks for or where it leads; null when it is about none.
create function access.family_of_message(message public.messages) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select case message.about_kind
      when 'lead_proposal' then (select p.episode_id from public.lead_professional_proposals p where p.id = message.about_id)
      when 'closure_proposal' then (select p.episode_id from public.closure_proposals p where p.id = message.about_id)
      else (select e.id from public.episodes e
        where left(message.href, 10) = '/episodes/' and e.id = platform.uuid_or_null(substr(message.href, 11, 36))) end
  $$;

-- The messages of an email that are unread, still ask for what they ask for, and are about a family to which their recipient
-- still comes. What is about safety is never held back: it says nothing of the family, and goes out within the minute.
create function access.messages_to_mail(mail uuid) returns setof public.messages
  language sql stable security definer set search_path = ''
  as $$
    select m.* from public.mail_messages l join public.messages m on m.id = l.message_id
    cross join lateral (select access.family_of_message(m) as id) f
    where l.mail_id = mail and m.read_at is null and access.is_still_asked(m.about_kind, m.about_id, m.recipient_id)
      and (exists (select from access.mail_subjects s where s.subject = m.subject and s.always_at_once)
        or f.id is null or access.comes_to(f.id, m.recipient_id))
    order by m.sent_at, m.id
  $$;

-- Hands emails that are due to one sender for the length of the lease, the urgent first, and lays aside those that are for
-- no one any more. A sender that dies gives them back when its lease ends. A meeting comes with an invitation, where its
-- recipient may see it.
create function access.claim_mails(most integer, lease interval)
  returns table (id uuid, attempt integer, kind text, parameters jsonb, address text, message_ids uuid[], subjects text[],
    meeting jsonb)
  language plpgsql volatile security definer set search_path = ''
  as $$
#variable_conflict use_column
declare
  taken uuid[];
begin
  select coalesce(array_agg(d.id), '{}') into taken from (
    select m.id from public.mails m
    where m.finished_at is null and m.due_at <= platform.now() and (m.not_before is null or m.not_before <= clock_timestamp())
    order by m.urgent desc, m.due_at, m.id limit most for update skip locked) d;
  update public.mails m set finished_at = clock_timestamp(), outcome = 'dropped', reason = w.why
  from (select x.id, access.why_not_mailed(x) as why from public.mails x where x.id = any(taken)) w
  where m.id = w.id and w.why is not null;
  update public.mails m set not_before = clock_timestamp() + lease, attempts = m.attempts + 1
  where m.id = any(taken) and m.finished_at is null;
  return query
    select m.id, m.attempts, m.kind, m.parameters, access.mail_address(m),
      array(select g.id from access.messages_to_mail(m.id) g),
      array(select s.subject from access.messages_to_mail(m.id) g left join access.mail_subjects s on s.subject = g.subject),
      (select jsonb_build_object('id', t.id, 'startsAt', t.starts_at, 'endsAt', t.ends_at, 'version', t.version,
          'cancelled', t.status = 'cancelled')
        from access.messages_to_mail(m.id) g
        join public.tac_meetings t on t.id = g.about_id and g.about_kind in ('meeting', 'cancelled_meeting')
        where m.kind = 'message' and access.reaches_tier(t.episode_id, m.recipient_id, 2::smallint))
    from public.mails m
    where m.id = any(taken) and m.finished_at is null
    order by m.urgent desc, m.due_at, m.id;
end $$;
grant execute on function access.claim_mails(integer,interval) to bridges_jobs;

create function access.has_due_mail() returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.mails m where m.finished_at is null and m.due_at <= platform.now()
      and (m.not_before is null or m.not_before <= clock_timestamp()))
  $$;
grant execute on function access.has_due_mail() to bridges_jobs;

-- The mail system has accepted it. Holds for a sender whose lease has ended as well: it was sent.
create function access.mark_mail_sent(mail uuid) returns void
  language sql volatile security definer set search_path = ''
  as $$
    update public.mails m set finished_at = clock_timestamp(), outcome = 'sent', reason = null
    where m.id = mail and m.outcome is distinct from 'sent'
  $$;
grant execute on function access.mark_mail_sent(uuid) to bridges_jobs;

-- An attempt failed: tried again after a pause; without a pause it has failed for good.
create function access.mark_mail_failed(mail uuid, attempt integer, why text, pause interval) returns void
  language sql volatile security definer set search_path = ''
  as $$
    update public.mails m set reason = why, not_before = clock_timestamp() + pause,
      finished_at = case when pause is null then clock_timestamp() end, outcome = case when pause is null then 'failed' end
    where m.id = mail and m.attempts = attempt and m.finished_at is null
  $$;
grant execute on function access.mark_mail_failed(uuid,integer,text,interval) to bridges_jobs;

-- While no mail system is set up: what is due is laid aside, so that it does not go out late when one is.
create function access.drop_due_mails() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  dropped integer;
begin
  update public.mails m set finished_at = clock_timestamp(), outcome = 'dropped', reason = 'mail_off'
  where m.finished_at is null and m.due_at <= platform.now();
  get diagnostics dropped = row_count;
  return dropped;
end $$;
grant execute on function access.drop_due_mails() to bridges_jobs;

-- What was sent, and the log of webhooks, is kept for 30 days.
create function access.expire_outbox() returns void
  language sql volatile security definer set search_path = ''
  as $$
    delete from public.mails m where m.finished_at < clock_timestamp() - interval '30 days';
    delete from public.webhook_deliveries d where d.finished_at < clock_timestamp() - interval '30 days';
  $$;
grant execute on function access.expire_outbox() to bridges_jobs;

-- For the system administrator: how many emails, in which state and why. No recipient and no text.
create function access.mail_counts()
  returns table (state text, kind text, reason text, count integer, oldest timestamptz, latest timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select case when m.outcome is not null then m.outcome when m.reason is not null then 'retrying'
        when m.due_at > platform.now() then 'scheduled' else 'waiting' end,
      m.kind, m.reason, count(*)::integer, min(m.queued_at), max(coalesce(m.finished_at, m.queued_at))
    from public.mails m where (select access.allows('outbox.read'))
    group by 1, 2, 3 order by 1, 2, 3
  $$;
grant execute on function access.mail_counts() to bridges_app;

create function platform.mail_health()
  returns table (waiting integer, late_minutes double precision, failed_today integer)
  language sql stable security definer set search_path = ''
  as $$
    select (count(*) filter (where m.finished_at is null and m.due_at <= platform.now()))::integer,
      coalesce(max(extract(epoch from platform.now() - m.due_at) / 60)
        filter (where m.finished_at is null and m.due_at <= platform.now()), 0)::double precision,
      (count(*) filter (where m.outcome = 'failed' and m.finished_at > clock_timestamp() - interval '1 day'))::integer
    from public.mails m
  $$;
grant execute on function platform.mail_health() to bridges_auth;

grant insert, update on mails to bridges_reach;
create policy mails_insert_by_reach on mails for insert to bridges_reach with check (true);
create policy mails_update_by_reach on mails for update to bridges_reach using (true) with check (true);
grant insert on mail_messages to bridges_reach;
create policy mail_messages_insert_by_reach on mail_messages for insert to bridges_reach with check (true);

grant select, insert on notification_choices to bridges_app;
grant update (email, digest_hour, quiet_from, quiet_until, changed_at, version) on notification_choices to bridges_app;
create policy notification_choices_select on notification_choices for select to bridges_app
  using (practitioner_id = (select access.me()));
create policy notification_choices_insert on notification_choices for insert to bridges_app
  with check (practitioner_id = (select access.me()));
create policy notification_choices_update on notification_choices for update to bridges_app
  using (practitioner_id = (select access.me()));

grant select, insert on calendar_feeds to bridges_app;
grant update (ended_at) on calendar_feeds to bridges_app;
create policy calendar_feeds_select on calendar_feeds for select to bridges_app
  using (practitioner_id = (select access.me()));
create policy calendar_feeds_insert on calendar_feeds for insert to bridges_app
  with check (practitioner_id = (select access.me()));
create policy calendar_feeds_update on calendar_feeds for update to bridges_app
  using (practitioner_id = (select access.me()));

-- A person's dates by the hash of the secret address: own meetings, actions and reviews, as far as they still reach the
-- record. Nothing of the family. No row at all when the address has ended, or its owner has left or is suspended.
create function access.calendar_of(secret bytea)
  returns table (kind text, id uuid, starts_at timestamptz, ends_at timestamptz, day date, version integer, cancelled boolean)
  language plpgsql stable security definer rows 50 set search_path = ''
  as $$
declare
  me uuid := access.calendar_owner(secret);
  moment timestamptz := platform.now();
begin
  if me is null then return; end if;
  return query
    select 'meeting', t.id, t.starts_at, t.ends_at, null::date, t.version, t.status = 'cancelled'
    from public.tac_meetings t
    where t.id in (
        select a.meeting_id from public.tac_attendances a where a.practitioner_id = me
        union select x.id from public.tac_meetings x where me in (x.chair_id, x.note_taker_id))
      and t.starts_at > moment - interval '60 days' and access.reaches_tier(t.episode_id, me, 2::smallint);
  return query
    select 'action', t.id, null::timestamptz, null::timestamptz, t.due_on, t.version, false
    from public.plan_actions t join public.episodes e on e.id = t.episode_id and e.closed_at is null
    where t.doer_practitioner_id = me and t.status not in ('done', 'dropped')
      and access.reaches_tier(t.episode_id, me, 2::smallint)
      and (t.topic = '' or exists (select from access.grants g where g.episode_id = t.episode_id and g.tier = 3
        and g.topic = t.topic and g.subject_id = me and g.begins <= moment and g.ends > moment));
  return query
    -- The calendar keeps an id for each date; it is not that of the episode.
    select 'review', md5('review ' || r.episode_id)::uuid, null::timestamptz, null::timestamptz, r.next_review_on,
      -- Rises with each review and each date that was set.
      (r.version + (select count(*) from public.reviews v where v.episode_id = r.episode_id)
        + (select count(*) from public.next_review_dates d where d.episode_id = r.episode_id))::integer, false
    from public.lead_professional_appointments l
    join public.episode_records r on r.episode_id = l.episode_id and r.next_review_on is not null
    join public.episodes e on e.id = r.episode_id and e.closed_at is null
    where l.practitioner_id = me and l.ended_at is null and access.reaches_tier(r.episode_id, me, 2::smallint)
      and access.is_for_the_living(r.episode_id);
end $$;
grant execute on function access.calendar_of(bytea) to bridges_auth;

-- Whose address this is; null when it has ended, or its owner has left, holds no post or is suspended.
create function access.calendar_owner(secret bytea) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select f.practitioner_id from public.calendar_feeds f
    join public.practitioners p on p.id = f.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where f.secret_hash = secret and f.ended_at is null and not access.is_suspended(p.id)
      and exists (select from public.posts o where o.practitioner_id = p.id
        and platform.is_now(o.began_at, o.ended_at))
  $$;
grant execute on function access.calendar_owner(bytea) to bridges_auth;
