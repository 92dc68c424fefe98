-- A copy for one member of a family tells where the others are to be found only where the sender puts it in. Where the
-- address of a child of the family is protected, or one of the adults is somebody from whom a child is kept safe, nothing
-- can be put in, for anybody: a cause that holds for one copy alone would say of whom the family is afraid.
create function access.are_family_contacts_protected(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    with live as (
      select h.shield_id, h.child_id from access.hidings h
      where h.begins <= platform.now() and h.ends > platform.now())
    -- Protected also to a person who may not send from this record: no answer tells them of a shield.
    select not exists (select from access.abilities(episode) b where b.permission = 'sharing.preview')
      or exists (
        select from live h join public.episode_children f on f.episode_id = episode
        where h.child_id = f.child_id
          -- A brother or sister under the same roof, on whatever episode, lives at the same address.
          or exists (select from public.child_carers mine
            join public.child_carers theirs on theirs.carer_id = mine.carer_id and theirs.child_id = h.child_id
            where mine.child_id = f.child_id
              and mine.lives_with_child is not false and theirs.lives_with_child is not false))
      or exists (
        select from live h join public.shield_unsafe_carers u on u.shield_id = h.shield_id
        join public.child_carers l on l.carer_id = u.carer_id
        join public.episode_children f on f.child_id = l.child_id and f.episode_id = episode)
  $$;
grant execute on function access.are_family_contacts_protected(uuid) to bridges_app;
alter function access.are_family_contacts_protected(uuid) owner to bridges_reach;
