-- Children of this name among those whom the signed-in person reaches already: with `working`, only of the families that they
-- work with, or whom they recorded and for whom no episode has been opened. Reveals nothing beyond their list of episodes.
-- `matched_name` is the further name that is nearer than the present one; sealed names have no keys.
create function access.own_children_named(sought text, working boolean, most integer)
  returns table (child_id uuid, likeness real, matched_name text)
  language plpgsql security definer set search_path = ''
  as $$
declare
  known uuid[];
  work uuid[];
  wanted text[] := access.sought_words(sought);
  near_places integer[];
  near_words text[];
  near_weights real[];
begin
  if not access.allows('child.search') then return; end if;
  known := array(select access.may_child_among('episode.read', null));
  if working then
    work := array(select access.my_work());
    -- In two parts, so that neither reads the families of the whole county.
    known := array(
      select f.child_id from public.episode_children f where f.episode_id = any(work) and f.child_id = any(known)
      union
      select k.id from unnest(known) k (id), lateral (
        select count(*) as times from (select from public.episode_children f where f.child_id = k.id limit 1) f) e
      where e.times = 0);
  end if;
  select array_agg(m.place), array_agg(m.word), array_agg(m.weight) into near_places, near_words, near_weights
    from access.similar_words(wanted) m;
  return query
    -- Only names of known children are read, however many others in the county have one of these words.
    with mine as materialized (
      select k.name_id, k.child_id, k.words from public.child_name_keys k where k.child_id = any(known)
    ), scored as (
      select k.name_id, k.child_id, access.name_likeness(wanted, k.words, near_places, near_words, near_weights) as likeness
      from mine k where k.words && near_words offset 0
    ), best as (
      select distinct on (s.child_id) s.child_id, s.name_id, s.likeness from scored s where s.likeness >= 0.45
      order by s.child_id, s.likeness desc, s.name_id = s.child_id desc, s.name_id
    )
    select b.child_id, b.likeness, btrim(n.given_names || ' ' || n.family_name)
    from best b join public.child_name_keys o on o.name_id = b.child_id left join public.child_names n on n.id = b.name_id
    order by b.likeness desc, o.name_order, b.child_id
    limit least(most, 2000);
end $$;
grant execute on function access.own_children_named(text, boolean, integer) to bridges_app;
