-- Withdrawing: who loses sight of which sensitive topic, and a second pair of eyes where it leaves somebody worried.

-- Who knows what is sensitive, by topic? Beside access.seers, which names tiers.
create function access.knowers(episode uuid)
  returns table (practitioner_id uuid, name text, agency_id uuid, agency text, topic text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct p.id, p.name, y.id, y.name, g.topic
    from access.grants g
    join public.posts o on o.practitioner_id = g.subject_id and (o.ended_at is null or o.ended_at > platform.now())
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = o.agency_id
    where g.episode_id = episode and g.reach in ('lead', 'team') and g.tier = 3
      and g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.involvements i where i.episode_id = episode and i.reach = g.reach
        and i.practitioner_id = o.practitioner_id and i.agency_id = o.agency_id)
      and (episode in (select access.may('access.explain')) or episode in (select access.may('consent.withdraw'))
        or exists (select from public.consent_withdrawals w where w.episode_id = episode and w.recorded_by = access.me()
          and w.withdrawn_at = date_trunc('milliseconds', platform.now())))
      and not exists (select from access.cuts x where x.practitioner_id = o.practitioner_id and x.episode_id = episode
        and x.begins <= platform.now() and x.ends > platform.now())
  $$;
alter function access.knowers(uuid) owner to bridges_reach;

create unique index consent_withdrawals_whole on consent_withdrawals (id, episode_id);

-- A manager has looked at the worry that a withdrawal left. Never whoever recorded it.
create table withdrawal_sign_offs (
  withdrawal_id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  foreign key (withdrawal_id, episode_id) references consent_withdrawals (id, episode_id) on delete restrict,
  note text not null check (note ~ '\S'),
  signed_by uuid not null references practitioners on delete restrict,
  signed_at timestamptz not null
);
create index withdrawal_sign_offs_episode on withdrawal_sign_offs (episode_id);
call access.guard_episode_table('withdrawal_sign_offs', 'consent.read', 'withdrawal.sign_off', null, null);
create policy second_pair_of_eyes on withdrawal_sign_offs as restrictive for insert to bridges_app with check (
  signed_by = (select access.me())
  and exists (select from consent_withdrawals w
    where w.id = withdrawal_id and w.safeguarding_concern and w.recorded_by <> (select access.me())));
