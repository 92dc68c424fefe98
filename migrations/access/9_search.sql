-- The words that count in a search: an initial counts only where there is nothing else. Six at most.
create function access.sought_words(wanted text) returns text[]
  language sql stable set search_path = ''
  as $$
    select coalesce((array_agg(w.word order by w.place))[1:6], '{}')
    from unnest(access.split_name(wanted)) with ordinality w (word, place)
    where octet_length(w.word) > 1 or cardinality(access.split_name(wanted)) = 1
  $$;
grant execute on function access.sought_words(text) to bridges_reach;

-- The commonest slip: day and month changed over.
create function access.swapped_date(day date) returns date
  language sql immutable parallel safe set search_path = ''
  as $$
    select case when extract(day from day) <= 12
      then make_date(extract(year from day)::integer, extract(day from day)::integer, extract(month from day)::integer)
      else day end
  $$;
grant execute on function access.swapped_date(date) to bridges_app, bridges_reach;

-- How like a name with these words is to the words sought, from 0 to 1, given what `similar_words` answered: the mean of
-- the nearest of each word; a little less for each further word of the name. Half, where no word was sought.
create function access.name_likeness(sought text[], words text[], places integer[], near text[], weights real[]) returns real
  language sql stable parallel safe set search_path = ''
  as $$
    select case when sought = '{}' then 0.5 else greatest(coalesce(sum(best.weight), 0) / cardinality(sought)
      - 0.004 * greatest(cardinality(words) - cardinality(sought), 0), 0) end::real
    from (select max(m.weight) as weight from unnest(places, near, weights) m (place, word, weight)
      where m.word = any(words) group by m.place) best
  $$;
grant execute on function access.name_likeness(text[],text[],integer[],text[],real[]) to bridges_reach;

-- May the signed-in person be told that there is this child: within reach or in the index, and not kept out?
create function access.is_told_of(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.allows('child.search')
      and (access.can_child('episode.read', child) or exists (select from access.indexed_children i where i.child_id = child))
      and child not in (select access.excluded_children())
  $$;
grant execute on function access.is_told_of(uuid) to bridges_app;

create function access.can_contact(child uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select child in (select access.may_contact_among(
      array(select f.episode_id from public.episode_children f where f.child_id = child)))
  $$;

-- The record that this one is kept under, for those who may be told of it or read it: another one is not there.
create function access.kept_record_of(child uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select m.kept_child_id from public.child_merges m
    where m.other_child_id = child and m.decision = 'approved' and m.undone_at is null
      and (access.is_told_of(m.kept_child_id) or access.can_child('episode.read', m.kept_child_id))
  $$;
grant execute on function access.kept_record_of(uuid) to bridges_app;

-- The one way to look across agencies: tolerant of spelling, and telling only what anyone may learn (T0). A postcode
-- narrows only among children whose address the searcher may know, so no hidden field can be searched.
create function access.search_children(wanted_name text, wanted_birth date, wanted_postcode text, most integer)
  returns table (
    child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    birth_period text, estimated_age smallint, estimated_on date,
    likeness real, matched_name text, within_reach boolean, episode_id uuid, episode_open boolean)
  language plpgsql security definer set search_path = ''
  as $$
declare
  known uuid[];
  near uuid[];
  sought text[] := access.sought_words(wanted_name);
  near_places integer[];
  near_words text[];
  near_weights real[];
  shown integer;
begin
  if not access.allows('child.search') then return; end if;
  known := array(select access.may_child_among('episode.read', null));
  near := case when wanted_postcode is null then '{}' else array(select access.may_contact_among(null)) end;
  select array_agg(m.place), array_agg(m.word), array_agg(m.weight) into near_places, near_words, near_weights
    from access.similar_words(sought) m;
  -- First the children of whose name at least two words are near; where few of those may be shown, also of one word alone.
  for fewest in reverse least(cardinality(sought), 2) .. least(cardinality(sought), 1) loop
    return query
      with matches as materialized (
        select * from unnest(near_places, near_words, near_weights) m (place, word, weight)
      ), sets as materialized (
        select m.place, array_agg(m.word) as words from matches m
        where fewest > 1 or cardinality(sought) = 1 or m.weight >= 0.9 group by m.place
      ), keys as (
        select k.name_id, k.child_id, k.words from sets a join sets b on b.place > a.place
          join public.child_name_keys k on k.words && a.words and k.words && b.words where fewest > 1
        union
        select k.name_id, k.child_id, k.words from sets a
          join public.child_name_keys k on k.words && a.words where fewest = 1
        union
        select k.name_id, k.child_id, k.words from public.children c join public.child_name_keys k on k.child_id = c.id
          where wanted_birth in (c.date_of_birth, c.expected_date)
            or (c.date_of_birth is null and c.expected_date is null and daterange(c.born_earliest, c.born_latest, '[]') @> wanted_birth)
            or (sought <> '{}' and c.date_of_birth = access.swapped_date(wanted_birth))
      ), scored as (
        select k.name_id, k.child_id, access.name_likeness(sought, k.words, near_places, near_words, near_weights) as likeness from keys k
        union all
        select d.child_id, d.child_id, 0.6 from public.child_contacts d
          where wanted_postcode is not null and d.postcode = wanted_postcode and d.child_id = any(near)
      ), spread as (
        -- A record that was merged is found as the one it is kept under, by either name.
        select s.child_id, s.child_id as source_id, s.name_id, s.likeness from scored s
        union all
        select m.kept_child_id, s.child_id, s.name_id, s.likeness from scored s
          join public.child_merges m on m.other_child_id = s.child_id and m.decision = 'approved' and m.undone_at is null
      ), best as (
        select distinct on (s.child_id, s.source_id) s.child_id, s.source_id, s.name_id, s.likeness::real as likeness from spread s
        order by s.child_id, s.source_id, s.likeness desc, s.name_id = s.child_id desc, s.name_id
      ), ranked as (
        select k.*, (b.likeness + case when wanted_birth = k.expected_date or wanted_birth between k.born_earliest and k.born_latest then 1
          when k.date_of_birth = access.swapped_date(wanted_birth) then 0.8 else 0 end)::real as rank, b.source_id, b.name_id, o.name_order
        from best b join public.children k on k.id = b.child_id join public.child_name_keys o on o.name_id = k.id
        order by rank desc, o.name_order, k.id, b.source_id <> k.id offset 0
      )
      -- Who may be shown is asked of one after another, until there are enough.
      select r.id, r.given_names, r.family_name, r.sex, r.date_of_birth, r.expected_date, r.birth_period, r.estimated_age, r.estimated_on, r.rank,
        coalesce((select btrim(n.given_names || ' ' || n.family_name) from public.child_names n where n.id = r.name_id),
          (select btrim(n.given_names || ' ' || n.family_name) from public.children n where n.id = r.name_id and n.id <> r.id)),
        r.id = any(known), e.id, e.id is not null and e.closed_at is null
      from ranked r
      left join lateral (
        select x.id, x.closed_at from public.episode_children f join public.episodes x on x.id = f.episode_id
        where f.child_id = r.id and f.removed_at is null and ((x.id = any(array(select access.may_among('episode.read', null)))
            and (f.added_at is null or access.knows_of_member('episode.read', x.id, r.id)))
          or exists (select from access.indexed_children i where i.child_id = r.id and i.episode_id = x.id))
        order by x.closed_at desc nulls first limit 1) e on true
      where (r.id = any(known) or exists (select from access.indexed_children i where i.child_id = r.id))
        and not exists (select from public.declared_relatives d
          where d.child_id = r.id and d.practitioner_id = access.me())
        -- Excluded by name is excluded from the index as well.
        and not exists (select from access.exclusions x join public.episode_children f on f.episode_id = x.episode_id
          where f.child_id = r.id and x.practitioner_id = access.me()
            and x.begins <= platform.now() and x.ends > platform.now())
        -- Who may be told of both records is shown the kept one; its other name tells nothing to anyone else.
        and (r.source_id = r.id or access.is_told_of(r.source_id))
        and access.kept_record_of(r.id) is null
      limit least(most, 50);
    get diagnostics shown = row_count;
    exit when shown > 0;
  end loop;
end $$;
grant execute on function access.search_children(text,date,text,integer) to bridges_app;

-- A slip of the pen between two dates: the day before or after, one figure, or two figures changed over.
create function access.near_date(one date, other date) returns boolean
  language sql immutable parallel safe set search_path = ''
  as $$
    select one <> other and (abs(one - other) = 1
      or (select count(*) = 1 or (count(*) = 2 and min(a.figure) = min(b.figure) and max(a.figure) = max(b.figure))
        from string_to_table(to_char(one, 'YYYYMMDD'), null) with ordinality a (figure, place)
        join string_to_table(to_char(other, 'YYYYMMDD'), null) with ordinality b (figure, place)
          on b.place = a.place and b.figure <> a.figure))
  $$;
grant execute on function access.near_date(date,date) to bridges_app, bridges_reach;

-- Two names, as `same_name` writes them: 2 the same, 1 near, else 0.
create function access.closeness_of_names(one text, other text) returns integer
  language sql immutable parallel safe set search_path = ''
  as $$
    select case when one = other then 2
      when public.levenshtein(left(one, 100), left(other, 100)) <= 0.2 * least(greatest(length(one), length(other)), 100) then 1
      else 0 end
  $$;
grant execute on function access.closeness_of_names(text,text) to bridges_reach;

-- The name that a key is of.
create function access.name_of_key(name uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select btrim(n.given_names || ' ' || n.family_name) from public.children n where n.id = name
    union all
    select btrim(n.given_names || ' ' || n.family_name) from public.child_names n where n.id = name
  $$;

-- Children who may be the one about to be recorded, with the grounds: `also` are those found by name and birth. A number counts
-- among children whose details (T1), or whose contact details, the asker may read, so that no answer tells of another.
create function access.likely_same(
    given text, family text, born date, born_until date, numbers jsonb, carer_names text[], wanted_postcode text, also uuid[])
  returns table (child_id uuid, grounds text[])
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  name constant text := btrim(given || ' ' || family);
  sought constant text[] := access.split_name(btrim(given || ' ' || family));
  wanted constant text := access.same_name(btrim(given || ' ' || family));
  carers constant text[] := array(select access.same_name(c) from unnest(carer_names) c where access.same_name(c) <> '');
begin
  if not access.allows('child.search') then return; end if;
  return query
    with candidates as (
      select a.id from unnest(also) a (id)
      union
      select k.child_id from public.child_name_keys k join public.children c on c.id = k.child_id
      where sought <> '{}' and k.words @> sought and access.near_date(c.date_of_birth, born)
      union
      select d.child_id from public.child_details d where d.nhs_number = numbers ->> 'nhsNumber' or d.uln = numbers ->> 'uln'
      union
      select t.child_id from public.child_contacts t where t.upn = numbers ->> 'upn'
      union
      select t.child_id from public.child_contacts t where cardinality(carers) > 0 and t.postcode = wanted_postcode
    ), told as (
      select c.id, access.can_child('family.read', c.id) as knows, access.can_contact(c.id) as contacts
      from candidates c where access.is_told_of(c.id) and access.kept_record_of(c.id) is null
    ), compared as (
      select t.id, t.knows and d.nhs_number = numbers ->> 'nhsNumber' as same_nhs, t.knows and d.uln = numbers ->> 'uln' as same_uln,
        t.contacts and x.upn = numbers ->> 'upn' as same_upn,
        t.contacts and x.postcode = wanted_postcode and exists (select from public.child_carers l
          join public.carers w on w.id = l.carer_id where l.child_id = t.id and access.same_name(w.name) = any(carers)
            and l.ending_reason is distinct from 'recorded_in_error') as same_home,
        exists (select from public.child_name_keys k where k.child_id = t.id and access.same_name(access.name_of_key(k.name_id)) = wanted
          and k.words <> '{}') as same_name,
        exists (select from public.child_name_keys k where k.child_id = t.id and k.words && access.split_name(given)) as same_given,
        t.id = any(also) or exists (select from public.child_name_keys k where k.child_id = t.id and k.words && sought) as near_name,
        case when c.born_earliest is null or born is null then
            case when c.expected_date = born then 'same_birth' else 'other_birth' end
          when c.date_of_birth = born and born = born_until then 'same_birth'
          when c.born_earliest <= born_until and c.born_latest >= born then 'possible_birth'
          when born = born_until and c.date_of_birth = access.swapped_date(born) then 'swapped_birth'
          when born = born_until and access.near_date(c.date_of_birth, born) then 'near_birth'
          else 'other_birth' end as birth
      from told t join public.children c on c.id = t.id
      left join public.child_details d on d.child_id = t.id left join public.child_contacts x on x.child_id = t.id
    )
    select c.id, array_remove(array[
      case when c.same_nhs then 'same_nhs_number' end, case when c.same_uln then 'same_uln' end,
      case when c.same_upn then 'same_upn' end, case when c.same_home and c.same_given then 'same_carer_and_address' end,
      case when c.same_name then 'same_name' when c.near_name then 'near_name' else 'other_name' end, c.birth], null)
    from compared c
    where c.id = any(also) or c.same_nhs or c.same_uln or c.same_upn or (c.same_home and c.same_given)
      or (c.same_name and c.birth = 'near_birth');
end $$;
grant execute on function access.likely_same(text,text,date,date,jsonb,text[],text,uuid[]) to bridges_app;

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
    select coalesce(array_agg(part), '{}') from unnest(access.split_name(access.latin_name(access.folded_name(name)))) part
    where length(part) > 1
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
