-- Nobody is given work on a record that they may not reach: asked of every column that names a practitioner who is given
-- work on an episode, whatever program writes it.

-- May this practitioner know this tier of the episode now, by their work with the family, whom they manage, their agency's
-- agreement or as coordinator? What lapses by itself (a panel, an emergency, an audit) makes nobody a colleague, nor does
-- deciding for social care. Probes one episode and one person.
create function access.reaches_tier(episode uuid, practitioner uuid, wanted smallint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      join public.agencies y on y.id = o.agency_id
      join access.grants g on g.episode_id = episode and g.tier = wanted
        and g.reach in ('author', 'lead', 'team', 'agency', 'manager', 'coordinator')
        and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        and g.begins <= platform.now() and g.ends > platform.now()
      where o.practitioner_id = practitioner and (o.ended_at is null or o.ended_at > platform.now())
        and exists (select from access.rules r where r.role = o.role and r.reach = g.reach and r.tier = wanted))
    and not exists (select from access.cuts c where c.practitioner_id = practitioner and c.episode_id = episode
      and c.begins <= platform.now() and c.ends > platform.now())
  $$;
alter function access.reaches_tier(uuid, uuid, smallint) owner to bridges_reach;

-- May this practitioner come to the episode by working with the family for this agency: the family agreed that the agency
-- may know at least the basics, the post works with families, and they are not kept out.
create function access.may_join(episode uuid, practitioner uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o join access.rules r on r.role = o.role and r.reach = 'team'
        where o.practitioner_id = practitioner and o.agency_id = agency and (o.ended_at is null or o.ended_at > platform.now()))
      and exists (select from public.practitioners p where p.id = practitioner and (p.left_at is null or p.left_at > platform.now()))
      and exists (select from access.agency_scope s where s.episode_id = episode and s.agency_id = agency
        and s.tier = 1 and s.begins <= platform.now() and s.ends > platform.now())
      and not exists (select from access.cuts c where c.practitioner_id = practitioner and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
alter function access.may_join(uuid, uuid, uuid) owner to bridges_reach;

-- The highest tier that a colleague may know, for whoever reads the record themselves; null when the colleague may know
-- nothing, or is of an agency that this reader may not connect with the family.
create function access.tier_of_colleague(episode uuid, practitioner uuid) returns smallint
  language sql stable security definer set search_path = ''
  as $$
    select max(t.tier)::smallint from (values (0), (1), (2)) t (tier)
    where exists (select from access.abilities(episode) a where a.permission = 'record.read')
      and access.reaches_tier(episode, practitioner, t.tier::smallint)
      and not exists (select from access.unnamed_people(episode) u where u.practitioner_id = tier_of_colleague.practitioner)
  $$;
grant execute on function access.tier_of_colleague(uuid, uuid) to bridges_app;
alter function access.tier_of_colleague(uuid, uuid) owner to bridges_reach;

-- Arguments: what the receiver must be able to do (join; join and see what they are asked; or know a tier), and the columns
-- that name one. Only naming
-- somebody is asked: work that was given stays with its holder when an agreement ends. Whom the writer may not connect with
-- the family is refused alike, so that nobody is found out by trying.
create function access.assert_receiver() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  written jsonb := to_jsonb(new);
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  named text;
  receiver uuid;
begin
  foreach named in array tg_argv[1:] loop
    receiver := (written ->> named)::uuid;
    continue when receiver is null or written ->> named is not distinct from before ->> named;
    if not (case tg_argv[0]
        when 'join' then access.may_join(new.episode_id, receiver, (written ->> 'agency_id')::uuid)
        when 'be asked' then access.may_join(new.episode_id, receiver, (written ->> 'agency_id')::uuid)
          and access.reaches_tier(new.episode_id, receiver, 1::smallint)
        else access.reaches_tier(new.episode_id, receiver, tg_argv[0]::smallint) end)
      or exists (select from access.unnamed_people(new.episode_id) u where u.practitioner_id = receiver) then
      raise exception 'This person may not know this record' using errcode = '23514', constraint = 'receiver_may_know';
    end if;
  end loop;
  return new;
end $$;

create trigger receiver before insert on authorships for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('join', 'practitioner_id');
create trigger receiver before insert on team_members for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('join', 'practitioner_id');
create trigger receiver before insert on lead_professional_proposals for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('be asked', 'practitioner_id');
create trigger receiver before insert or update on assessments for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('2', 'assessor_id');
create trigger receiver before insert or update on tac_meetings for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('1', 'chair_id', 'note_taker_id');
create trigger receiver before insert on tac_attendances for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('1', 'practitioner_id');
create trigger receiver before insert or update on plan_actions for each row when (current_user = 'bridges_app')
  execute function access.assert_receiver('2', 'doer_practitioner_id');

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.assert_receiver() owner to bridges_reach;
