-- The one way to look across agencies: tolerant of spelling, and telling only what anyone may learn (T0). A postcode
-- narrows only among children whose address the searcher may know, so no hidden field can be searched.
create function access.search_children(wanted_name text, wanted_birth date, wanted_postcode text, most integer)
  returns table (
    child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    birth_period text, estimated_age smallint, estimated_on date,
    likeness real, within_reach boolean, episode_id uuid, episode_open boolean)
  language plpgsql security definer set search_path = ''
  as $$
declare
  known uuid[];
  near uuid[];
  sought text := lower(wanted_name);
begin
  if not access.allows('child.search') then return; end if;
  known := array(select access.may_child_among('episode.read', null));
  near := array(select access.may_contact_among(null));
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
    with candidates as (
      select k.id, public.word_similarity(sought, k.search_name) as likeness from public.children k
        where sought is not null and sought operator(public.<%) k.search_name
      union
      select k.id, coalesce(public.word_similarity(sought, k.search_name), 0.5) from public.children k
        where wanted_birth is not null and (k.date_of_birth = wanted_birth or k.expected_date = wanted_birth
          -- A birth known by a month, a year or an estimate may be of that day.
          or (k.date_of_birth is null and k.expected_date is null
            and daterange(k.born_earliest, k.born_latest, '[]') @> wanted_birth))
      union
      select d.child_id, 0.6 from public.child_contacts d
        where wanted_postcode is not null and d.postcode = wanted_postcode and d.child_id = any(near)
    ), best as (
      select c.id, max(c.likeness)::real as likeness from candidates c group by c.id
    )
    select k.id, k.given_names, k.family_name, k.sex, k.date_of_birth, k.expected_date, k.birth_period, k.estimated_age, k.estimated_on,
      (b.likeness + case when wanted_birth = k.expected_date or wanted_birth between k.born_earliest and k.born_latest then 1 else 0 end)::real,
      k.id = any(known), e.id, e.id is not null and e.closed_at is null
    from best b
    join public.children k on k.id = b.id
    left join lateral (
      select x.id, x.closed_at from public.episode_children f join public.episodes x on x.id = f.episode_id
      where f.child_id = k.id and f.removed_at is null and ((x.id = any(array(select access.may_among('episode.read', null)))
          and (f.added_at is null or access.knows_of_member('episode.read', x.id, k.id)))
        or exists (select from access.indexed_children i where i.child_id = k.id and i.episode_id = x.id))
      order by x.closed_at desc nulls first limit 1) e on true
    where (k.id = any(known) or exists (select from access.indexed_children i where i.child_id = k.id))
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = access.me())
      -- Excluded by name is excluded from the index as well.
      and not exists (select from access.exclusions x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = k.id and x.practitioner_id = access.me()
          and x.begins <= platform.now() and x.ends > platform.now())
    order by 10 desc, k.family_name, k.given_names, k.id
    limit least(most, 50);
end $$;
grant execute on function access.search_children(text,date,text,integer) to bridges_app;

-- What anyone who looks may learn of a child whose family agreed to the index, or who is within reach: T0, with the
-- lead professional's work contact. Others read of a sensitive service only that there is one.
create function access.index_entries(wanted uuid[])
  returns table (
    child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    birth_period text, estimated_age smallint, estimated_on date,
    episode_id uuid, episode_open boolean, lead_name text, lead_agency text, lead_telephone text)
  language sql stable security definer set search_path = ''
  as $$
    select k.id, k.given_names, k.family_name, k.sex, k.date_of_birth, k.expected_date, k.birth_period, k.estimated_age, k.estimated_on, e.id,
      coalesce(e.id is not null and e.closed_at is null, false),
      case when e.unnamed is null then w.name end,
      case when g.sensitive and not e.within_reach then 'A sensitive service' when e.unnamed is null then g.name end,
      case when (g.sensitive and not e.within_reach) or e.unnamed is not null then null else w.telephone end
    from public.children k
    left join lateral (
      select x.id, x.closed_at, x.id = any(array(select access.may_among('episode.read', null))) as within_reach,
        access.why_lead_unnamed(x.id) as unnamed
      from public.episode_children f join public.episodes x on x.id = f.episode_id
      where f.child_id = k.id and f.removed_at is null and ((x.id = any(array(select access.may_among('episode.read', null)))
          and (f.added_at is null or access.knows_of_member('episode.read', x.id, k.id)))
        or exists (select from access.indexed_children i where i.child_id = k.id and i.episode_id = x.id))
      order by x.closed_at desc nulls first limit 1) e on true
    left join public.lead_professional_appointments a on a.episode_id = e.id and a.ended_at is null and e.closed_at is null
    left join public.practitioners w on w.id = a.practitioner_id
    left join public.agencies g on g.id = a.agency_id
    where k.id = any(wanted) and (select access.allows('child.search'))
      and (k.id = any(array(select access.may_child_among('episode.read', null)))
        or exists (select from access.indexed_children i where i.child_id = k.id))
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = (select access.me()))
      -- Excluded by name is excluded from the index as well.
      and not exists (select from access.exclusions x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = k.id and x.practitioner_id = (select access.me())
          and x.begins <= platform.now() and x.ends > platform.now())
  $$;
grant execute on function access.index_entries(uuid[]) to bridges_app;

-- The parts of a name that relatives share: "Lovelace-Holm" gives two.
create function access.name_parts(name text) returns text[]
  language sql stable set search_path = ''
  as $$
    select coalesce(array_agg(part), '{}') from unnest(regexp_split_to_array(
      translate(lower(public.unaccent(name)), '’''', ''), '[\s-]+')) part where length(part) > 1
  $$;
grant execute on function access.name_parts(text) to bridges_reach;

create function access.surname_parts(full_name text) returns text[]
  language sql stable set search_path = ''
  as $$ select access.name_parts(regexp_replace(trim(full_name), '^.*\s', '')) $$;
grant execute on function access.surname_parts(text) to bridges_reach;

create view access.indexed_children as
select distinct f.child_id, f.episode_id
from public.episode_children f
cross join lateral (
  select c.id, c.index_agreed, c.decision, c.valid_until, c.recorded_at
  from public.consents c join public.consent_purposes p on p.purpose = c.purpose and p.opens_record
  where c.episode_id = f.episode_id and c.recorded_at <= platform.now()
  order by c.recorded_at desc, c.id desc limit 1) last
where f.removed_at is null
  and (f.added_at is null or (last.recorded_at >= f.added_at and exists (select from public.consent_children n
    where n.consent_id = last.id and n.child_id = f.child_id)))
  and last.index_agreed and last.decision in ('given', 'given_in_part')
  and (last.valid_until is null or last.valid_until >= platform.london_date(platform.now()))
  and not exists (select from public.consent_withdrawals w
    where w.consent_id = last.id and w.agency_id is null and w.withdrawn_at <= platform.now())
  and not f.episode_id in (select access.episodes_excluding_agency())
  and not exists (select from access.exclusions x where x.episode_id = f.episode_id and x.practitioner_id = access.me()
    and x.begins <= platform.now() and x.ends > platform.now());
