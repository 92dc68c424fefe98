-- Children of this name among those whom the signed-in person reaches already: with `working`, only of the families that they
-- work with, or whom they recorded and for whom no episode has been opened. Reveals nothing beyond their list of episodes.
create function access.own_children_named(sought text, working boolean, most integer)
  returns table (child_id uuid, likeness real)
  language plpgsql security definer set search_path = ''
  as $$
declare
  known uuid[];
  work uuid[];
  wanted text := lower(sought);
begin
  if not access.allows('child.search') then return; end if;
  known := array(select access.may_child_among('episode.read', null));
  if working then
    work := array(select access.my_work());
    known := array(select k.id from public.children k where k.id = any(known) and (
      exists (select from public.episode_children f where f.child_id = k.id and f.episode_id = any(work))
      or not exists (select from public.episode_children f where f.child_id = k.id)));
  end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
    select k.id, public.word_similarity(wanted, k.search_name)
    from public.children k
    where wanted operator(public.<%) k.search_name and k.id = any(known)
    order by 2 desc, k.family_name, k.given_names, k.id
    limit least(most, 2000);
end $$;
grant execute on function access.own_children_named(text, boolean, integer) to bridges_app;
