-- Tells the lead, the author, their managers and the front door, as far as they reach what the message is about. It asks
-- person by person about this one episode. No message names a child.
create function access.notify_responsible(
    episode uuid, parts text[], raiser uuid, wanted text[], subject text, body text, href text)
  returns void
  language sql security definer set search_path = ''
  as $$
    with involved as (
      select i.practitioner_id, i.agency_id from access.involvements i
      where i.episode_id = episode and i.reach in ('author', 'lead') and i.begins <= platform.now() and i.ends > platform.now()
      union
      select o.practitioner_id, o.agency_id from public.posts o
      where o.practitioner_id = raiser and (o.ended_at is null or o.ended_at > platform.now())
    ), meant as (
      select v.practitioner_id from involved v where 'involved' = any(parts)
      union
      select o.practitioner_id from involved v join public.posts o on o.agency_id = v.agency_id and o.role = 'manager'
        and (o.ended_at is null or o.ended_at > platform.now())
      where 'managers' = any(parts)
      union
      select o.practitioner_id from public.episodes e
      join public.agencies y on y.authority_id = e.authority_id
      join public.posts o on o.agency_id = y.id and o.role = 'front_door' and (o.ended_at is null or o.ended_at > platform.now())
      where e.id = episode and 'front_door' = any(parts)
    )
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select gen_random_uuid(), m.practitioner_id, subject, body, href, date_trunc('milliseconds', platform.now())
    from meant m
    join public.practitioners p on p.id = m.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where m.practitioner_id is distinct from (select a.practitioner_id from access.actor() a)
      and not exists (select from access.exclusions c where c.practitioner_id = m.practitioner_id and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
      and exists (
        select from public.posts o
        join public.agencies y on y.id = o.agency_id
        join access.grants g on g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
          and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        join access.rules r on r.permission = any(wanted) and r.role = o.role and r.reach = g.reach and r.tier = g.tier
        where o.practitioner_id = m.practitioner_id and (o.ended_at is null or o.ended_at > platform.now()))
  $$;

create function access.settle_messages(place text) returns void
  language sql security definer set search_path = ''
  as $$
    update public.messages set read_at = date_trunc('milliseconds', platform.now()) where href = place and read_at is null
  $$;

grant insert on messages to bridges_reach;
grant select, insert on messages to bridges_app;
grant update (read_at) on messages to bridges_app;
grant update (read_at) on messages to bridges_reach;
create policy messages_select on messages for select to bridges_app
  using (recipient_id = (select access.me()));
create policy messages_select_shielded on messages as restrictive for select to bridges_app
  using (id not in (select access.suppressed_messages()));
create policy messages_insert on messages for insert to bridges_app
  with check ((select access.me()) is not null);
create policy messages_insert_by_reach on messages for insert to bridges_reach
  with check (true);
create policy messages_update on messages for update to bridges_app
  using (recipient_id = (select access.me()));
create policy messages_update_by_reach on messages for update to bridges_reach
  using (true)
  with check (true);

create trigger resolve_pseudonym_of_recipient before insert on messages for each row execute function access.resolve_pseudonym_of_recipient();
