-- Agreements come to an end, children grow up, and who may decide changes: when to ask the family again.

-- The agreements that count now for at least one agency, and when each ends; for those who may read the ledger.
create function access.live_agreements(among uuid[])
  returns table (episode_id uuid, consent_id uuid, valid_until date, agencies integer)
  language sql stable security definer set search_path = ''
  as $$
    select w.episode_id, w.consent_id, c.valid_until, count(distinct w.agency_id)::integer
    from access.words w
    join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
    where w.episode_id = any(among) and w.standing = 'included'
      and w.begins <= platform.now() and w.ends > platform.now()
      and w.episode_id = any(array(select access.may('consent.read')))
    group by 1, 2, 3
  $$;
grant execute on function access.live_agreements(uuid[]) to bridges_app;
alter function access.live_agreements(uuid[]) owner to bridges_reach;

-- One warning at 30, at 14 and at 0 days, each sent once.
create table consent_warnings (
  consent_id uuid not null,
  episode_id uuid not null references episodes on delete restrict,
  days smallint not null check (days in (30, 14, 0)),
  recipient_id uuid not null references practitioners on delete restrict,
  sent_at timestamptz not null,
  foreign key (consent_id, episode_id) references consents (id, episode_id) on delete restrict,
  primary key (consent_id, days)
);
create index consent_warnings_episode on consent_warnings (episode_id);
call access.guard_episode_table('consent_warnings', 'consent.read', null, null, null);
grant insert on consent_warnings to bridges_reach;
create policy warn on consent_warnings for insert to bridges_reach with check (true);

-- Warns the lead, or whoever opened the episode while there is none; says how many warnings went out.
create function access.warn_of_endings(among uuid[]) returns integer
  language plpgsql volatile security definer set search_path = ''
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
    where c.episode_id = any(among) and c.valid_until between today and today + 30
      and exists (select from access.words w
        where w.episode_id = c.episode_id and w.consent_id = c.id and w.standing = 'included'
          and w.begins <= platform.now() and w.ends > platform.now())
  ), fresh as (
    insert into public.consent_warnings (consent_id, episode_id, days, recipient_id, sent_at)
    select d.consent_id, d.episode_id, d.days, d.recipient_id, platform.now() from due d where d.recipient_id is not null
    on conflict (consent_id, days) do nothing
    returning *
  )
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select gen_random_uuid(), f.recipient_id,
    case f.days when 0 then 'An agreement to share ends today' else 'An agreement to share ends soon' end,
    case f.days when 0 then 'A family’s agreement ends today. From tomorrow the agencies in it no longer see the record.'
      else 'A family’s agreement ends within ' || f.days || ' days.' end || ' Ask the family again, and record what they say.',
    '/episodes/' || f.episode_id || '/consents', f.sent_at
  from fresh f;
  get diagnostics sent = row_count;
  return sent;
end $$;
alter function access.warn_of_endings(uuid[]) owner to bridges_reach;

-- What one's own families need, sent when one comes in.
create function access.warn_me_of_endings() returns integer
  language sql volatile security definer set search_path = ''
  as $$
    select access.warn_of_endings(array(
      select a.episode_id from public.lead_professional_appointments a
      where a.practitioner_id = access.me() and a.ended_at is null
      union
      select a.episode_id from public.authorships a
      where a.practitioner_id = access.me() and a.ended_at is null))
  $$;
grant execute on function access.warn_me_of_endings() to bridges_app;
alter function access.warn_me_of_endings() owner to bridges_reach;

-- For everybody, by whoever runs the installation: no claim is presented, so the serving role has no way to it.
create function access.warn_everybody_of_endings() returns integer
  language sql volatile security definer set search_path = ''
  as $$
    select access.warn_of_endings(array(
      select distinct c.episode_id from public.consents c
      where c.valid_until between platform.london_date(platform.now()) and platform.london_date(platform.now()) + 30))
  $$;
alter function access.warn_everybody_of_endings() owner to bridges_reach;

-- Who may decide has changed: the family is asked again before anything new is shared.
create table consent_reasks (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  cause text not null check (cause in ('parental_responsibility', 'care_order', 'adoption')),
  note text,
  noted_by uuid not null references practitioners on delete restrict,
  noted_at timestamptz not null
);
create index consent_reasks_episode on consent_reasks (episode_id);
call access.guard_episode_table('consent_reasks', 'consent.read', 'consent.record', null, null);
create policy own_hand on consent_reasks as restrictive for insert to bridges_app
  with check (noted_by = (select access.me()));
grant insert on consent_reasks to bridges_reach;
create policy note on consent_reasks for insert to bridges_reach with check (true);

create function access.note_change_of_decider() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if access.me() is null
      or (tg_op = 'INSERT' and new.parental_responsibility <> 'yes')
      or (tg_op = 'UPDATE' and new.parental_responsibility = old.parental_responsibility) then
    return null;
  end if;
  insert into public.consent_reasks (id, episode_id, cause, noted_by, noted_at)
  select gen_random_uuid(), f.episode_id, 'parental_responsibility', access.me(), platform.now()
  from public.episode_children f
  where f.child_id = new.child_id and f.ended_at is null
    and exists (select from public.consents c where c.episode_id = f.episode_id);
  return null;
end $$;
create trigger note_change after insert or update of parental_responsibility on child_carers
  for each row execute function access.note_change_of_decider();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.note_change_of_decider() owner to bridges_reach;
