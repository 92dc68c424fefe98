-- An invitation that is taken up by a person who already has an account, at another agency: their posts there begin as the
-- invitation's would, and the person who was added for it is gone. Neither agency learns of the other before.

grant update (accepted_at) on auth.invitations to bridges_reach;
grant update (taken_up_by) on practitioners to bridges_reach;
do $$
declare
  of_table text;
begin
  foreach of_table in array array['team_members', 'tac_attendances'] loop
    execute format('grant insert on %I to bridges_reach', of_table);
    execute format('create policy %I on %I for insert to bridges_reach with check (true)', of_table || '_insert_by_reach', of_table);
  end loop;
end $$;

-- The posts of a person that go on or are to come.
create function access.open_posts(person uuid) returns setof public.posts
  language sql stable security definer set search_path = ''
  as $$
    select o.* from public.posts o
    where o.practitioner_id = person and (o.ended_at is null or o.ended_at > platform.now())
  $$;

-- The invitation that this link opens, for the signed-in person. `obstacle` is why they cannot take it up with their own
-- account: they sent it; one agency's provider signs them in, and must open no other's records; the agency's own system
-- keeps the person; they work there already.
create function access.invitation_to_take_up(digest bytea)
  returns table (id uuid, practitioner_id uuid, name text, agency_name text, posts jsonb, obstacle text)
  language sql stable security definer set search_path = ''
  as $$
    select i.id, p.id, p.name,
      (select g.name from access.open_posts(p.id) o join public.agencies g on g.id = o.agency_id order by o.began_at, o.id limit 1),
      (select jsonb_agg(jsonb_build_object('role', o.role, 'agencyName', g.name, 'beganAt', o.began_at, 'endedAt', o.ended_at)
          order by o.began_at, o.id)
        from access.open_posts(p.id) o join public.agencies g on g.id = o.agency_id),
      case
        when i.invited_by = me.practitioner_id then 'sender'
        when exists (select from auth.identity_links l join auth.accounts c on c.id = l.account_id
          where c.practitioner_id = me.practitioner_id) then 'single_sign_on'
        when exists (select from auth.provisioned_people v where v.practitioner_id = p.id) then 'provisioned'
        when exists (select from access.open_posts(p.id) o join access.open_posts(me.practitioner_id) own on own.agency_id = o.agency_id)
          then 'works_there'
      end
    from access.actor() me
    join auth.invitations i on i.secret_hash = digest and i.accepted_at is null and i.withdrawn_at is null
      and i.expires_at > pg_catalog.now()
    join public.practitioners p on p.id = i.practitioner_id and p.id <> me.practitioner_id
      and (p.left_at is null or p.left_at > platform.now())
    where exists (select from access.open_posts(p.id))
      and not exists (select from auth.accounts c where c.practitioner_id = p.id)
      and exists (select from auth.accounts c where c.practitioner_id = me.practitioner_id and c.suspended_at is null)
  $$;
grant execute on function access.invitation_to_take_up(bytea) to bridges_app;

-- Gives work for families that the person added for an invitation was given meanwhile to the person who took it up, as far as
-- they may be given it; what is left ends as when a person leaves.
create function access.give_work_taken_up(added uuid, person uuid) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  told jsonb := '[]';
  work record;
begin
  for work in
    select s.kind, s.id, s.episode_id from access.standings s
    where s.practitioner_id = added and s.kind in ('team', 'author') and access.may_join(s.episode_id, person, s.agency_id)
  loop
    if work.kind = 'team' then
      update public.team_members m set left_at = moment, leaving_reason = 'Took up their post with the account they had' where m.id = work.id;
      insert into public.team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
      select gen_random_uuid(), m.episode_id, person, m.agency_id, m.team_role, m.added_by, moment from public.team_members m
      where m.id = work.id and not exists (select from public.team_members x
        where x.episode_id = m.episode_id and x.practitioner_id = person and (x.left_at is null or x.left_at > moment));
    else
      update public.authorships a set ended_at = moment where a.id = work.id;
      insert into public.authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
      select gen_random_uuid(), a.episode_id, person, a.agency_id, a.kind, moment from public.authorships a
      where a.id = work.id and not exists (select from public.authorships x where x.episode_id = a.episode_id
        and x.practitioner_id = person and x.agency_id = a.agency_id and x.ended_at is null);
    end if;
  end loop;
  for work in
    select s.id, s.episode_id from access.standings s
    where s.practitioner_id = added and s.kind = 'invitation' and access.reaches_tier(s.episode_id, person, 0::smallint)
  loop
    insert into public.tac_attendances (id, meeting_id, episode_id, practitioner_id, name, attendance)
    select gen_random_uuid(), v.meeting_id, v.episode_id, person, p.name, 'invited'
    from public.tac_attendances v join public.practitioners p on p.id = person
    where v.id = work.id and not exists (select from public.tac_attendances x where x.meeting_id = v.meeting_id and x.practitioner_id = person);
    update public.tac_attendances v set attendance = 'apologies', apology_reason = 'Comes with the account they had' where v.id = work.id;
  end loop;
  for work in
    select distinct s.episode_id from access.standings s
    where s.practitioner_id = added and s.kind in ('action', 'chair')
  loop
    told := told || access.pass_on(work.episode_id, added, person, false);
  end loop;
  perform access.send_told(told, added);
end $$;

-- The signed-in person takes up the posts of this invitation with the account that they have. What families decided about the
-- person added by name holds for them. The administrators there are told, so that a wrong person comes to light. Gives the
-- person who was added; null for a link that opens nothing.
create function access.take_up_invitation(digest bytea) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  moment timestamptz := date_trunc('milliseconds', platform.now());
  me uuid := access.me();
  offer record;
  ending uuid[] := '{}';
  begun uuid;
  one record;
begin
  select * into offer from access.invitation_to_take_up(digest);
  if not found then return null; end if;
  if offer.obstacle is not null then
    raise exception 'Not with this account' using errcode = '42501';
  end if;
  update auth.invitations i set accepted_at = pg_catalog.now()
  where i.id = offer.id and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > pg_catalog.now();
  if not found then return null; end if;
  for one in select * from access.open_posts(offer.practitioner_id) loop
    begun := gen_random_uuid();
    insert into public.posts (id, practitioner_id, agency_id, team_id, locality_id, role, began_at, ended_at, covers_for, given_by)
    values (begun, me, one.agency_id, one.team_id, one.locality_id, one.role, greatest(one.began_at, moment), one.ended_at,
      nullif(one.covers_for, me), one.given_by);
    perform access.record_closing_post(begun, access.end_without_closure(one.id));
    ending := ending || one.id;
  end loop;
  -- Before any work is given: the family may have excluded the person by the name of either.
  update public.practitioners p set left_at = moment, taken_up_by = me, version = p.version + 1 where p.id = offer.practitioner_id;
  perform access.refresh_grants(array(select distinct x.episode_id from public.consent_people x
    where x.practitioner_id = offer.practitioner_id));
  perform access.give_work_taken_up(offer.practitioner_id, me);
  perform access.settle_standings(offer.practitioner_id, ending);
  update public.posts o set ended_at = greatest(o.began_at, moment), settled_at = moment, version = o.version + 1
  where o.id = any(ending);
  insert into public.messages (id, recipient_id, subject, body, href, sent_at)
  select distinct on (k.practitioner_id) gen_random_uuid(), k.practitioner_id, 'A post has been taken up',
    w.name || ' took up the post that you gave ' || offer.name || ', with the account they already had. If this is not the person you invited, suspend the account now and mark them as left.',
    '/people/' || me, moment
  from public.posts o
  join public.posts k on k.agency_id = o.agency_id and k.role = 'agency_administrator' and platform.is_now(k.began_at, k.ended_at)
    and k.practitioner_id <> me
  join public.practitioners p on p.id = k.practitioner_id and (p.left_at is null or p.left_at > moment)
  join public.practitioners w on w.id = me
  where o.id = any(ending);
  return offer.practitioner_id;
end $$;
grant execute on function access.take_up_invitation(bytea) to bridges_app;
