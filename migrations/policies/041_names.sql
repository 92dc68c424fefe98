-- Is this name of the child sealed, in this record or in another of theirs?
create function access.is_sealed_name(child uuid, name text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.child_names s
      where s.sealed_at is not null
        and s.child_id in (select m.same_child_id from access.same_children m where m.child_id = child)
        and access.same_name(s.given_names || ' ' || s.family_name) = access.same_name(name))
  $$;

-- Makes the keys of these children's names anew. Sealed names have none.
create function access.index_names(of_children uuid[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
begin
  delete from public.child_name_keys k where k.child_id = any(of_children);
  with keyed as (
    insert into public.child_name_keys (name_id, child_id, words, name_order)
    -- The present name has a place in lists, though another record of the child says that it must not be found.
    select n.id, n.child_id, case when n.is_sealed then '{}' else access.name_words(n.given, n.family) end, access.name_order(btrim(n.family || ' ' || n.given))
    from (
      select k.id, k.id as child_id, k.given_names as given, k.family_name as family,
        access.is_sealed_name(k.id, k.given_names || ' ' || k.family_name) as is_sealed
      from public.children k where k.id = any(of_children)
      union all
      select c.id, c.child_id, c.given_names, c.family_name, false from public.child_names c
      where c.child_id = any(of_children) and c.sealed_at is null
        and not access.is_sealed_name(c.child_id, c.given_names || ' ' || c.family_name)) n
    returning words)
  insert into public.name_words (word, latin, sounds)
  select w.word, l.latin, access.name_sounds(l.latin)
  from (select distinct unnest(k.words) collate "C" as word from keyed k) w, lateral (select access.latin_name(w.word)) l (latin)
  order by w.word
  on conflict do nothing;
end $$;

-- After the rules by which names are compared have changed: run by the program as it migrates.
create function access.index_all_names() returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
begin
  delete from public.name_words;
  perform access.index_names(array(select k.id from public.children k));
  update public.practitioners p set name_order = access.name_order(p.name)
    where p.name_order is distinct from access.name_order(p.name);
end $$;

create function access.index_new_children() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.index_names(array(select a.id from added a));
  return null;
end $$;

create function access.index_names_of_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.index_names(array(
    select k.id from (select case tg_table_name when 'children' then new.id else (to_jsonb(new) ->> 'child_id')::uuid end as id) k
    union
    select m.same_child_id from access.same_children m
    where tg_table_name = 'child_names' and m.child_id = (to_jsonb(new) ->> 'child_id')::uuid));
  return null;
end $$;

-- A word that no name has any more is forgotten with it.
create function access.forget_words() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  delete from public.name_words w where w.word in (select unnest(g.words) from gone g)
    and not exists (select from public.child_name_keys k where k.words @> array[w.word]);
  return null;
end $$;

create function access.order_by_name() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.name_order := access.name_order(new.name);
  return new;
end $$;

-- Further names that another record of the same child has sealed.
create function access.names_sealed_elsewhere() returns setof uuid
  language sql stable security definer rows 5 set search_path = ''
  as $$
    select n.id from access.same_children m
    join public.child_names s on s.child_id = m.same_child_id and s.sealed_at is not null
    join public.child_names n on n.child_id = m.child_id and n.sealed_at is null
      and access.same_name(n.given_names || ' ' || n.family_name) = access.same_name(s.given_names || ' ' || s.family_name)
  $$;
grant execute on function access.names_sealed_elsewhere() to bridges_app;

-- The further names of a child that still tell a name once it is sealed: a search for a word of it that the present name
-- does not have would find the child by them.
create function access.names_telling_of(child uuid, sealed text, present text) returns setof uuid
  language sql security definer set search_path = ''
  as $$
    with words as materialized (
      select array(select w.word from unnest(access.split_name(sealed)) w (word) where octet_length(w.word) > 1
        and not access.latin_name(w.word) = any(access.split_name(access.latin_name(access.folded_name(present))))) as told
    ), near as materialized (
      select m.word from words w, access.similar_words(w.told) m
      where m.weight >= 0.8 and not m.word = any(access.split_name(present))
    )
    select k.name_id from public.child_name_keys k
    where k.child_id = child and k.name_id <> child and exists (select from near m where m.word = any(k.words))
      and child = any(array(select access.may_child('family.edit')))
  $$;
grant execute on function access.names_telling_of(uuid, text, text) to bridges_app;

create trigger index_new_children after insert on children referencing new table as added
  for each statement execute function access.index_new_children();
create trigger index_names after update on children for each row
  when ((new.given_names, new.family_name) is distinct from (old.given_names, old.family_name))
  execute function access.index_names_of_child();
create trigger index_names after insert or update on child_names for each row execute function access.index_names_of_child();
create trigger forget_words after delete on child_name_keys referencing old table as gone
  for each statement execute function access.forget_words();
create trigger order_by_name before insert or update on practitioners for each row execute function access.order_by_name();

-- T0, as the child's present name; a sealed name, for those who answer for the record. It never becomes findable again.
grant select on child_names to bridges_app;
grant insert (id, child_id, kind, given_names, family_name, valid_from, valid_until, recorded_by, recorded_at,
    sealed_by, sealed_at, seal_reason)
  on child_names to bridges_app;
grant update (valid_until, sealed_by, sealed_at, seal_reason) on child_names to bridges_app;
create policy child_names_select on child_names for select to bridges_app
  using (sealed_at is null and child_id = any(array(select access.may_child('episode.read')))
    and id <> all(array(select access.names_sealed_elsewhere())));
create policy child_names_select_sealed on child_names for select to bridges_app
  using (child_id = any(array(select access.may_child('sealed_name.read'))));
create policy child_names_insert on child_names for insert to bridges_app
  with check (recorded_by = (select access.me()) and (sealed_by is null or sealed_by = (select access.me()))
    and child_id = any(array(select access.may_child('family.edit'))));
create policy child_names_update on child_names for update to bridges_app
  using (sealed_at is null and child_id = any(array(select access.may_child('family.edit'))))
  with check (sealed_by is null or sealed_by = (select access.me()));

grant insert, delete on child_name_keys, name_words to bridges_reach;
create policy child_name_keys_insert_by_reach on child_name_keys for insert to bridges_reach with check (true);
create policy name_words_insert_by_reach on name_words for insert to bridges_reach with check (true);
grant update (name_order) on practitioners to bridges_reach;
