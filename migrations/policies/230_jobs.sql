-- The role that runs jobs keeps their queue; it can neither make nor drop one, since it may create nothing here.
grant select, insert, update, delete on jobs.job, jobs.archive to bridges_jobs;
grant select on jobs.queue, jobs.subscription to bridges_jobs;
grant select, insert, update, delete on jobs.schedule to bridges_jobs;
grant select, update on jobs.version to bridges_jobs;
-- pg-boss asks at every start for a queue of its own, which is there already.
grant insert on jobs.queue to bridges_jobs;
grant execute on function jobs.create_queue(text, json) to bridges_jobs;
grant select, update on jobs.runs to bridges_jobs;
grant select on jobs.runs to bridges_reach;
grant select, insert, delete on jobs.announced_lapses to bridges_reach;

-- For health checks and figures: when each job last went well. Nothing of what it did.
create function platform.job_health()
  returns table (name text, known_since timestamptz, last_succeeded_at timestamptz, last_failed_at timestamptz, failures_in_a_row integer)
  language sql stable security definer set search_path = ''
  as $$ select r.name, r.known_since, r.last_succeeded_at, r.last_failed_at, r.failures_in_a_row from jobs.runs r order by r.name $$;
grant execute on function platform.job_health() to bridges_auth;

-- What runs for the installation: no claim is presented.
grant execute on function access.send_all_expiry_reminders() to bridges_jobs;
grant execute on function access.raise_access_concerns(timestamptz) to bridges_jobs;
grant execute on function platform.now() to bridges_jobs;

-- A proposal to close whose manager can approve it no longer has lapsed, and its proposer is told. Gives how many lapsed.
create function access.lapse_closure_proposals() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  lapsed_now integer;
begin
  with lapsed as (
    update public.closure_proposals p set outcome = 'lapsed', outcome_at = date_trunc('milliseconds', platform.now())
    where p.outcome is null
      and not exists (select from access.closure_approvers_all(p.episode_id) a where a.practitioner_id = p.manager_id)
    returning p.episode_id, p.proposed_by
  ), told as (
    insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
    select gen_random_uuid(), l.proposed_by, 'The manager can no longer approve your closure',
      'The manager you asked can no longer approve the closure, so your proposal has lapsed. The episode stays open. To close it, ask another manager.',
      '/episodes/' || l.episode_id || '/closure', date_trunc('milliseconds', platform.now()), 'closure_again', l.episode_id
    from lapsed l
    join public.practitioners w on w.id = l.proposed_by and (w.left_at is null or w.left_at > platform.now())
    -- A message with a link goes to a person for whom it still opens something: one who works with the family, or a
    -- manager or coordinator who answers for it.
    where (exists (select from access.involvements i where i.episode_id = l.episode_id and i.practitioner_id = l.proposed_by
          and i.begins <= platform.now() and i.ends > platform.now())
        or exists (select from access.closure_approvers_all(l.episode_id) a where a.practitioner_id = l.proposed_by))
      and not exists (select from access.exclusions c where c.episode_id = l.episode_id and c.practitioner_id = l.proposed_by
        and c.begins <= platform.now() and c.ends > platform.now())
  )
  select count(*) into lapsed_now from lapsed;
  return lapsed_now;
end $$;
grant execute on function access.lapse_closure_proposals() to bridges_jobs;

-- Emergency access that has come to its own end: its holder is told that they read no longer; its reviewer, or while there
-- is none those who name one, that it waits for review. Only lapses of the last week: older ones are no news. Names no
-- child. Gives how many lapses were announced.
create function access.announce_emergency_lapses() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  announced integer;
begin
  delete from jobs.announced_lapses a where a.announced_at < pg_catalog.now() - interval '90 days';
  with lapsed as (
    insert into jobs.announced_lapses (emergency_access_id, announced_at)
    select x.id, pg_catalog.now() from public.emergency_accesses x
    where x.lapses_at <= moment and x.lapses_at > moment - interval '7 days'
      and (x.ended_at is null or x.ended_at > x.lapses_at)
    on conflict do nothing
    returning emergency_access_id
  ), told as (
    select x.practitioner_id as recipient_id, x.id, x.episode_id, 'holder' as part
    from lapsed l join public.emergency_accesses x on x.id = l.emergency_access_id
    union
    select x.reviewer_id, x.id, x.episode_id, 'reviewer'
    from lapsed l join public.emergency_accesses x on x.id = l.emergency_access_id
    where x.reviewer_id is not null and x.review_outcome is null
    union
    -- Information governance names the reviewer; a coordinator where information governance was the holder.
    select o.practitioner_id, x.id, x.episode_id, 'namer'
    from lapsed l
    join public.emergency_accesses x on x.id = l.emergency_access_id and x.reviewer_id is null
    join public.episodes e on e.id = x.episode_id
    join public.posts o on platform.is_now(o.began_at, o.ended_at)
    join public.agencies y on y.id = o.agency_id and y.authority_id = e.authority_id
    where o.practitioner_id <> x.practitioner_id
      and ((o.role = 'governance' and x.role <> 'governance')
        or (o.role = 'coordinator' and x.role = 'governance' and exists (select from access.grants g
          where g.episode_id = e.id and g.reach = 'coordinator' and g.subject_id = o.locality_id and g.tier = 0
            and g.begins <= moment and g.ends > moment)))
  ), sent as (
    insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
    select gen_random_uuid(), t.recipient_id,
      case t.part when 'holder' then 'Your emergency access has ended'
        when 'reviewer' then 'Emergency access is waiting for your review'
        else 'Emergency access needs a reviewer' end,
      case t.part when 'holder' then 'Your emergency access to a record has reached its end. Another agency will review why it was needed.'
        when 'reviewer' then 'Emergency access that you were asked to review has ended. Read the reason and record your decision.'
        else 'Emergency access has ended and has no reviewer yet. Choose a reviewer from another agency.' end,
      '/emergency-accesses', moment,
      case t.part when 'reviewer' then 'emergency_review' when 'namer' then 'emergency_reviewer' end,
      case when t.part <> 'holder' then t.id end
    from told t
    join public.practitioners p on p.id = t.recipient_id and (p.left_at is null or p.left_at > moment)
    -- The holder is told in any case that they read no longer; others who are kept from the family are told nothing.
    where t.part = 'holder' or not exists (select from access.exclusions c where c.practitioner_id = t.recipient_id
      and c.episode_id = t.episode_id and c.begins <= moment and c.ends > moment)
  )
  select count(*) into announced from lapsed;
  return announced;
end $$;
grant execute on function access.announce_emergency_lapses() to bridges_jobs;

-- An answer is kept for the same request to be repeated within a day; it holds a copy of what stands in the record.
create function access.expire_idempotent_answers() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  expired integer;
begin
  delete from public.idempotent_answers a where a.answered_at < platform.now() - interval '24 hours';
  get diagnostics expired = row_count;
  return expired;
end $$;
grant execute on function access.expire_idempotent_answers() to bridges_jobs;
