-- Children of this name among those whom the signed-in person reaches already: with `working`, only of the families that they
-- work with, or whom they recorded and for whom no episode has been opened. Reveals nothing beyond their list of episodes.
create function access.own_children_named(sought text, working boolean, most integer)
  returns table (child_id uuid, likeness real)
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
    known := array(select k.id from public.children k where k.id = any(known) and (
      exists (select from public.episode_children f where f.child_id = k.id and f.episode_id = any(work))
      or not exists (select from public.episode_children f where f.child_id = k.id)));
  end if;
  select array_agg(m.place), array_agg(m.word), array_agg(m.weight) into near_places, near_words, near_weights
    from access.similar_words(wanted) m;
  return query
    select n.child_id, n.likeness from (
      select k.child_id, max(access.name_likeness(wanted, k.words, near_places, near_words, near_weights)) as likeness,
        min(k.name_order) filter (where k.name_id = k.child_id) as name_order
      from public.child_name_keys k where k.child_id = any(known) and wanted <> '{}'
      group by k.child_id) n
    where n.likeness >= 0.45
    order by n.likeness desc, n.name_order, n.child_id
    limit least(most, 2000);
end $$;
grant execute on function access.own_children_named(text, boolean, integer) to bridges_app;
