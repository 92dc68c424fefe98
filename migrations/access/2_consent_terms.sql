-- The families' agreement for these agencies now: who of them may be asked into the team or to lead.
create function access.consented_tiers(episode uuid) returns table (agency_id uuid, tier smallint, topic text)
  language sql stable security definer set search_path = ''
  as $$
    select s.agency_id, s.tier, s.topic from access.agency_scope s
    where s.episode_id = episode and s.begins <= platform.now() and s.ends > platform.now()
      and access.can('episode.read', episode)
      and s.agency_id not in (select u.agency_id from access.unnamed_agencies(episode) u)
  $$;
grant execute on function access.consented_tiers(uuid) to bridges_app;

-- Does the family's agreement in force cover this, to this agency and this person? No for a reader who does not reach it.
create function access.is_within_agreement(
    episode uuid, agency uuid, practitioner uuid, tiers smallint[], topics text[])
  returns boolean
  language sql stable security definer set search_path = ''
  as $$
    with agreed as (select a.tier, a.topic from access.consented_tiers(episode) a where a.agency_id = agency)
    select cardinality(tiers) > 0
      and not exists (select from unnest(tiers) t where t < 3 and not exists (select from agreed a where a.tier = t))
      and not exists (select from unnest(topics) x
        where not exists (select from agreed a where a.tier = 3 and a.topic = x))
      and (practitioner is null or not access.is_excluded(practitioner, episode))
  $$;
grant execute on function access.is_within_agreement(uuid,uuid,uuid,smallint[],text[]) to bridges_app;

create function access.consents_being_recorded() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select c.id from public.consents c
    where c.recorded_by = (select access.me()) and c.recorded_at = date_trunc('milliseconds', platform.now())
  $$;
grant execute on function access.consents_being_recorded() to bridges_app;

-- The agreements that count now for at least one agency, and when each ends; for those who may read the ledger.
create function access.live_agreements(among uuid[])
  returns table (episode_id uuid, consent_id uuid, valid_until date, agencies integer)
  language sql stable security definer set search_path = ''
  as $$
    select w.episode_id, w.consent_id, c.valid_until, count(distinct w.agency_id)::integer
    from access.consent_terms w
    join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
    where w.episode_id = any(among) and w.standing = 'included'
      and w.begins <= platform.now() and w.ends > platform.now()
      and w.episode_id = any(array(select access.may_among('consent.read', among)))
    group by 1, 2, 3
  $$;
grant execute on function access.live_agreements(uuid[]) to bridges_app;

-- Agencies in a consent are counted even where the reader is not told their names.
create function access.agencies_in_consent(consent uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::integer from public.consent_agencies a
    where a.consent_id = consent and access.can('consent.read', a.episode_id)
  $$;
grant execute on function access.agencies_in_consent(uuid) to bridges_app;

create function access.count_agencies_agreed(episode uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select count(distinct s.agency_id)::integer from access.agency_scope s
    where s.episode_id = episode and not s.own and s.begins <= platform.now() and s.ends > platform.now()
      and access.can('episode.read', episode)
  $$;
grant execute on function access.count_agencies_agreed(uuid) to bridges_app;

create function access.agreed_topics() returns setof text
  language sql stable security definer set search_path = ''
  as $$
    select g.episode_id || ' ' || g.topic
    from access.actor() a
    join access.grants g on g.reach in ('lead', 'team') and g.subject_id = a.practitioner_id and g.tier = 3
    where g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.rules r where r.role = a.role and r.reach = g.reach)
      and not exists (select from access.exclusions c
        where c.practitioner_id = a.practitioner_id and c.episode_id = g.episode_id
          and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.agreed_topics() to bridges_app;

-- Does the family agree now that this goes to a panel?
create function access.panel_agreed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can('episode.read', episode) and exists (
      select from access.consent_grants c where c.episode_id = episode and c.class = 'panel'
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.panel_agreed(uuid) to bridges_app;

create view access.consent_terms as
select w.consent_id, w.episode_id, w.agency_id, w.standing, w.tiers, w.topics, w.begins,
       least(w.superseded_at, w.refused_at, w.withdrawn_at, w.expires) as ends, w.class
from (
  select c.id as consent_id, c.episode_id, a.agency_id, a.standing, a.tiers, a.topics, c.recorded_at as begins, k.class,
         lead(c.recorded_at, 1, 'infinity') over (
           partition by c.episode_id, a.agency_id, k.class order by c.recorded_at, c.id) as superseded_at,
         coalesce((c.valid_until + 1)::timestamp at time zone 'Europe/London', 'infinity') as expires,
         coalesce((select min(x.withdrawn_at) from public.consent_withdrawals x
           where x.consent_id = c.id and (x.agency_id is null or x.agency_id = a.agency_id)), 'infinity') as withdrawn_at,
         coalesce((select min(r.recorded_at) from public.consents r
           join public.consent_purposes rp on rp.purpose = r.purpose
             and (rp.opens_record or (k.class = 'panel' and r.purpose = 'panel_referral'))
           where r.episode_id = c.episode_id and r.decision = 'refused' and r.recorded_at >= c.recorded_at and r.id <> c.id
             and not exists (select from public.consent_agencies n where n.consent_id = r.id)), 'infinity') as refused_at
  from public.consents c
  join public.consent_purposes p on p.purpose = c.purpose
  join public.consent_agencies a on a.consent_id = c.id
  join (values ('record'), ('panel')) k (class) on a.standing = 'excluded'
    or (k.class = 'record' and p.opens_record) or (k.class = 'panel' and p.purpose = 'panel_referral')
) w;

-- A reader of how a child lives, or of the plan, knows that there is an episode: T1 and T2 hold T0.
create view access.consent_grants as
select w.episode_id, w.agency_id, t.tier, x.topic, w.begins, w.ends, w.class
from access.consent_terms w
join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
cross join lateral (select unnest(w.tiers) union select 0::smallint where w.tiers && '{1,2}') t (tier)
cross join lateral (
  select '' as topic where t.tier < 3
  union all
  select unnest(w.topics) where t.tier = 3) x
where w.standing = 'included' and w.begins < w.ends;
