-- Acts of the access log that a webhook may tell of, as which event, and what an agency must be permitted to be told.
create view access.webhook_kinds as
select * from (values
  ('open episode', 'episode.started', 'episode.read'),
  ('close episode', 'episode.closed', 'episode.read'),
  ('approve closure', 'episode.closed', 'episode.read'),
  ('undo closure', 'episode.reopened', 'episode.read'),
  ('accept lead professional', 'lead_professional.changed', 'episode.read'),
  ('end lead professional', 'lead_professional.changed', 'episode.read'),
  ('complete assessment', 'assessment.completed', 'record.read'),
  ('decide level', 'level.decided', 'record.read'),
  ('plan meeting', 'meeting.planned', 'record.read'),
  ('cancel meeting', 'meeting.cancelled', 'record.read'),
  ('hold meeting', 'meeting.held', 'record.read'),
  ('start plan', 'plan.started', 'record.read'),
  ('hold review', 'review.held', 'record.read'),
  ('record consent', 'consent.recorded', 'consent.read'),
  ('withdraw consent', 'consent.withdrawn', 'consent.read')) k (act, kind, permission);

-- May this agency as such know it now: by the family's agreement with it, or because its managers answer for the work of its
-- people. What one of its people reaches in person is not the agency's. An agency that the family excludes is told nothing.
create function access.agency_may_know(agency uuid, episode uuid, wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      join access.grants g on g.episode_id = episode and g.reach in ('agency', 'manager') and g.subject_id = o.agency_id
        and g.begins <= platform.now() and g.ends > platform.now()
      join access.rules r on r.permission = wanted and r.role = o.role and r.reach = g.reach and r.tier = g.tier
      where o.agency_id = agency and platform.is_now(o.began_at, o.ended_at)
        and not exists (select from access.exclusions c where c.practitioner_id = o.practitioner_id and c.episode_id = episode
          and c.begins <= platform.now() and c.ends > platform.now()))
  $$;

-- Puts the notice of an act into the outbox of every system that asked for its kind, in the transaction of the act.
create function access.queue_webhooks() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into public.webhook_deliveries
    (id, webhook_id, event_id, kind, subject_id, episode_id, happened_at, due_at)
  select gen_random_uuid(), w.id, new.id, k.kind, new.subject_id, new.episode_id, new.at, platform.now()
  from access.webhook_kinds k
  join public.webhooks w on k.kind = any(w.kinds) and w.ended_at is null and w.disabled_at is null
  where k.act = new.act;
  return null;
end $$;
create trigger queue_webhooks after insert on audit.entries for each row when (new.episode_id is not null)
  execute function access.queue_webhooks();

-- Hands deliveries that are due to one sender. Whether the agency may know is asked now, at the time of sending; what it may
-- not know leaves no trace in its log.
create function access.claim_webhook_deliveries(most integer, lease interval)
  returns table (id uuid, attempt integer, url text, secret_id uuid, event_id uuid, kind text, subject_id uuid,
    episode_id uuid, happened_at timestamptz)
  language plpgsql volatile security definer set search_path = ''
  as $$
#variable_conflict use_column
declare
  taken uuid[];
begin
  select coalesce(array_agg(t.id), '{}') into taken from (
    select d.id from public.webhook_deliveries d
    where d.finished_at is null and d.due_at <= platform.now() and (d.not_before is null or d.not_before <= clock_timestamp())
    order by d.due_at, d.id limit most for update skip locked) t;
  delete from public.webhook_deliveries d using public.webhooks w
  where d.id = any(taken) and w.id = d.webhook_id
    and (w.ended_at is not null or w.disabled_at is not null
      or not exists (select from access.webhook_kinds k where k.kind = d.kind
        and access.agency_may_know(w.agency_id, d.episode_id, k.permission)));
  update public.webhook_deliveries d set not_before = clock_timestamp() + lease, attempts = d.attempts + 1
  where d.id = any(taken);
  return query
    select d.id, d.attempts, w.url, w.secret_id, d.event_id, d.kind, d.subject_id, d.episode_id, d.happened_at
    from public.webhook_deliveries d join public.webhooks w on w.id = d.webhook_id
    where d.id = any(taken) order by d.due_at, d.id;
end $$;
grant execute on function access.claim_webhook_deliveries(integer,interval) to bridges_jobs;

create function access.has_due_webhook() returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.webhook_deliveries d where d.finished_at is null and d.due_at <= platform.now()
      and (d.not_before is null or d.not_before <= clock_timestamp()))
  $$;
grant execute on function access.has_due_webhook() to bridges_jobs;

-- Records an attempt. `why` is null when it was delivered; with a pause it is tried again, without one it has failed for
-- good. A webhook is turned off after 20 failed attempts in a row, or at once when its receiver says that it is gone, and
-- the administrators of its agency are told.
create function access.record_webhook_attempt(delivery uuid, attempt integer, answer integer, why text, pause interval)
  returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  hook uuid;
begin
  update public.webhook_deliveries d set status = answer, reason = why,
    not_before = clock_timestamp() + pause,
    finished_at = case when why is null or pause is null then clock_timestamp() end,
    outcome = case when why is null then 'delivered' when pause is null then 'failed' end
  where d.id = delivery and d.attempts = attempt and d.finished_at is null
  returning d.webhook_id into hook;
  if hook is null then return; end if;
  update public.webhooks w set failures = case when why is null then 0 else w.failures + 1 end where w.id = hook;
  with off as (
    update public.webhooks w set disabled_at = platform.now()
    where w.id = hook and w.disabled_at is null and w.ended_at is null and (w.failures >= 20 or answer = 410)
    returning w.id, w.agency_id
  )
  insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
  select distinct on (a.practitioner_id) gen_random_uuid(), a.practitioner_id, 'A webhook has been turned off',
    'Another system could not be reached several times in a row, so Bridges has stopped sending to it.',
    '/webhooks', date_trunc('milliseconds', platform.now()), 'webhook', o.id
  from off o
  join public.posts a on a.agency_id = o.agency_id and a.role = 'agency_administrator' and platform.is_now(a.began_at, a.ended_at)
  join public.practitioners p on p.id = a.practitioner_id and (p.left_at is null or p.left_at > platform.now());
end $$;
grant execute on function access.record_webhook_attempt(uuid,integer,integer,text,interval) to bridges_jobs;

-- The deliveries of one webhook, the latest first, for an administrator of its agency: which kind, when, and what the
-- receiver answered. Not about which family.
create function access.webhook_log(webhook uuid)
  returns table (id uuid, event_id uuid, kind text, happened_at timestamptz, attempts integer, outcome text, status smallint,
    reason text, next_attempt_at timestamptz, finished_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select d.id, d.event_id, d.kind, d.happened_at, d.attempts, d.outcome, d.status, d.reason,
      case when d.finished_at is null then d.not_before end, d.finished_at
    from access.actor() a
    join public.webhooks w on w.id = webhook and w.agency_id = a.agency_id
    join public.webhook_deliveries d on d.webhook_id = w.id and d.attempts > 0
    where (select access.allows('webhook.manage'))
    order by d.happened_at desc, d.id desc limit 100
  $$;
grant execute on function access.webhook_log(uuid) to bridges_app;

grant select, insert on webhooks to bridges_app;
grant update (secret_id, failures, disabled_at, ended_at) on webhooks to bridges_app;
create policy webhooks_select on webhooks for select to bridges_app
  using ((select access.allows('webhook.manage')) and agency_id = (select a.agency_id from access.actor() a));
create policy webhooks_insert on webhooks for insert to bridges_app
  with check ((select access.allows('webhook.manage')) and created_by = (select access.me())
    and agency_id = (select a.agency_id from access.actor() a));
create policy webhooks_update on webhooks for update to bridges_app
  using ((select access.allows('webhook.manage')) and agency_id = (select a.agency_id from access.actor() a));
grant update on webhooks to bridges_reach;
create policy webhooks_update_by_reach on webhooks for update to bridges_reach using (true) with check (true);

grant insert, update on webhook_deliveries to bridges_reach;
create policy webhook_deliveries_insert_by_reach on webhook_deliveries for insert to bridges_reach with check (true);
create policy webhook_deliveries_update_by_reach on webhook_deliveries for update to bridges_reach using (true) with check (true);
