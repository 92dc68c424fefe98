-- Sharing or not sharing what is known of a family, decided and written down; and what the area has settled about it.

-- The golden rules of information sharing come in editions: the words are data, so that a new edition is a row.
create table golden_rules (
  edition text primary key,
  name text not null,
  rules text[] not null check (cardinality(rules) > 0)
);
insert into golden_rules values
  ('2024', 'Advice for practitioners, 2024', array[
    'A child’s safety comes before anybody’s privacy.',
    'Where it is safe, talk with the child and their carers: what you would share, with whom and why.',
    'You do not need agreement where a child is at risk of harm, or may be.',
    'Ask for advice when you are not sure, without naming the child if you can.',
    'Protect whoever could be harmed if it became known who told you, or where they are.',
    'Share only what is relevant and accurate, and only with those who have a part in helping.',
    'Write down what you decided and why, whether you share or not.']),
  ('2018', 'Advice for practitioners, 2018', array[
    'The law on personal information is there to see that it is shared properly; it does not forbid sharing.',
    'Be open with the family from the start about why, what, how and with whom, unless that is unsafe.',
    'Ask for advice when you are in doubt.',
    'Share with agreement where you can; without it where there is good reason, such as a risk to safety.',
    'Think of the safety and wellbeing of the child and of everybody whom it may touch.',
    'Share what is necessary, proportionate, relevant, accurate, in time and safely.',
    'Write down what you decided and why, whether you share or not.']);
call access.protect('golden_rules');
create policy read on golden_rules for select to bridges_app using ((select access.me()) is not null);
grant select on golden_rules to bridges_app;

-- One row: what the area as a whole has settled.
create table information_sharing_settings (
  only_row boolean primary key default true check (only_row),
  -- Section 16LA of the Children Act 2004: a duty only once it is in force here.
  duty_16la boolean not null default false,
  golden_rules_edition text not null default '2024' references golden_rules on delete restrict,
  -- The basis in law on which the area holds and shares; an agency may rest on another. It is not the family's agreement.
  default_lawful_basis text,
  changed_by uuid references practitioners on delete restrict,
  changed_at timestamptz,
  version integer not null default 1
);
insert into information_sharing_settings default values;
call access.protect('information_sharing_settings');
create policy read on information_sharing_settings for select to bridges_app using ((select access.me()) is not null);
create policy settle on information_sharing_settings for update to bridges_app
  using ((select access.allows('settings.change'))) with check (changed_by = (select access.me()));
grant select on information_sharing_settings to bridges_app;
grant update (duty_16la, golden_rules_edition, default_lawful_basis, changed_by, changed_at, version)
  on information_sharing_settings to bridges_app;

create table agency_lawful_bases (
  agency_id uuid primary key references agencies on delete restrict,
  lawful_basis text not null,
  changed_by uuid not null references practitioners on delete restrict,
  changed_at timestamptz not null
);
call access.protect('agency_lawful_bases');
create policy read on agency_lawful_bases for select to bridges_app using ((select access.me()) is not null);
create policy settle on agency_lawful_bases for insert to bridges_app
  with check ((select access.allows('settings.change')) and changed_by = (select access.me()));
create policy change on agency_lawful_bases for update to bridges_app
  using ((select access.allows('settings.change'))) with check (changed_by = (select access.me()));
grant select, insert on agency_lawful_bases to bridges_app;
grant update (lawful_basis, changed_by, changed_at) on agency_lawful_bases to bridges_app;

-- T2, or T3 by the topics that it tells of. Rows are added, never changed.
create table disclosures (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  -- Nobody: it was our own thought to share.
  asked_by_practitioner_id uuid references practitioners on delete restrict,
  asked_by_name text,
  asked_by_agency text,
  to_agency_id uuid references agencies on delete restrict,
  to_practitioner_id uuid references practitioners on delete restrict,
  -- Somebody outside the directory: a court, a hospital elsewhere.
  to_name text,
  asked_for text not null,
  purpose text not null,
  tiers smallint[] not null check (tiers <> '{}' and tiers <@ '{0,1,2,3}'),
  topics text[] not null default '{}',
  risk_of_sharing text,
  risk_of_not_sharing text,
  basis text,
  detriment_considered text,
  decision text not null check (decision in ('shared', 'shared_in_part', 'not_shared')),
  what_was_shared text,
  reason text,
  consulted text,
  family_told text not null check (family_told in ('told', 'to_be_told', 'not_told')),
  family_told_note text,
  tell_family_on date,
  sent_how text,
  -- Found by the database from the agreement in force, whatever was typed.
  outside_consent boolean not null,
  decided_at timestamptz not null,
  recorded_by uuid not null references practitioners on delete restrict,
  constraint disclosures_asker check (num_nonnulls(asked_by_practitioner_id, asked_by_name) <= 1),
  constraint disclosures_receiver check (
    num_nonnulls(to_agency_id, to_name) = 1 and (to_practitioner_id is null or to_agency_id is not null)),
  constraint disclosures_topics check ((3 = any(tiers)) = (topics <> '{}')),
  constraint disclosures_basis check (
    (decision = 'not_shared' or basis is not null)
    and (not outside_consent or basis not in ('within_consent', 'consent'))),
  constraint disclosures_reason check (
    (decision <> 'not_shared' and not outside_consent) or coalesce(reason, '') ~ '\S'),
  constraint disclosures_part check (decision <> 'shared_in_part' or coalesce(what_was_shared, '') ~ '\S'),
  constraint disclosures_detriment check (
    basis is distinct from 'duty_16la' or coalesce(detriment_considered, '') ~ '\S'),
  constraint disclosures_family check (
    case family_told when 'to_be_told' then tell_family_on is not null else coalesce(family_told_note, '') ~ '\S' end)
);
create index disclosures_episode on disclosures (episode_id, decided_at desc);
call access.guard_episode_table('disclosures', 'disclosure.read', 'disclosure.record', null, null);
create policy own_hand on disclosures as restrictive for insert to bridges_app with check (
  recorded_by = (select access.me())
  and (to_practitioner_id is null or access.works_for(to_practitioner_id, to_agency_id)));
create policy sensitive on disclosures as restrictive for all to bridges_app using (
  topics = '{}' or recorded_by = (select access.me())
  or array(select episode_id || ' ' || t from unnest(topics) t) <@ array(select access.topics()));

-- Does the family's agreement in force cover this, to this agency and this person? No to whoever does not reach it.
create function access.is_within_agreement(episode uuid, agency uuid, practitioner uuid, tiers smallint[], topics text[])
  returns boolean
  language sql stable security definer set search_path = ''
  as $$
    with agreed as (select a.tier, a.topic from access.agreed_tiers(episode) a where a.agency_id = agency)
    select cardinality(tiers) > 0
      and not exists (select from unnest(tiers) t where t < 3 and not exists (select from agreed a where a.tier = t))
      and not exists (select from unnest(topics) x
        where not exists (select from agreed a where a.tier = 3 and a.topic = x))
      and (practitioner is null or not access.is_cut(practitioner, episode))
  $$;
grant execute on function access.is_within_agreement(uuid, uuid, uuid, smallint[], text[]) to bridges_app;
alter function access.is_within_agreement(uuid, uuid, uuid, smallint[], text[]) owner to bridges_reach;

-- Nobody types whether the family agreed to this: it is looked up as the row is written.
create function access.judge_disclosure() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.decided_at := date_trunc('milliseconds', platform.now());
  new.outside_consent := new.decision <> 'not_shared' and not access.is_within_agreement(
    new.episode_id, new.to_agency_id, new.to_practitioner_id, new.tiers, new.topics);
  if new.basis = 'duty_16la' and not (select s.duty_16la from public.information_sharing_settings s) then
    raise exception 'The duty is not in force here' using errcode = '23514', constraint = 'disclosures_duty';
  end if;
  return new;
end $$;
create trigger judge before insert on disclosures for each row execute function access.judge_disclosure();

-- Whom to tell that something on this episode wants a second pair of eyes, never one's own: managers of one's agency who
-- reach it, else the opening agency's, else whoever answers for information in the area.
create function access.overseers(episode uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with ranked as (
      select o.practitioner_id, case when o.agency_id = me.agency_id then 1 else 2 end as rank
      from access.actor() me
      join public.episodes e on e.id = episode
      join access.grants g on g.episode_id = e.id and g.reach = 'manager' and g.tier = 2
        and g.begins <= platform.now() and g.ends > platform.now()
      join public.posts o on o.role = 'manager' and o.agency_id = g.subject_id
        and o.agency_id in (me.agency_id, e.opening_agency_id)
        and (o.ended_at is null or o.ended_at > platform.now())
      union
      select o.practitioner_id, 3
      from public.episodes e
      join public.agencies y on y.authority_id = e.authority_id
      join public.posts o on o.role = 'governance' and o.agency_id = y.id
        and (o.ended_at is null or o.ended_at > platform.now())
      where e.id = episode
    ), fit as (
      select r.practitioner_id, min(r.rank) as rank from ranked r
      join public.practitioners p on p.id = r.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      where r.practitioner_id <> (select me.practitioner_id from access.actor() me)
        and not exists (select from access.cuts x where x.practitioner_id = r.practitioner_id and x.episode_id = episode
          and x.begins <= platform.now() and x.ends > platform.now())
      group by r.practitioner_id
    )
    select f.practitioner_id from fit f
    where f.rank = (select min(rank) from fit) and episode in (select access.may('episode.read'))
  $$;
grant execute on function access.overseers(uuid) to bridges_app;
alter function access.overseers(uuid) owner to bridges_reach;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.judge_disclosure() owner to bridges_reach;
