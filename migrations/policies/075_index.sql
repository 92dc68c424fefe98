-- Raises a concern about today's looking in the index, at once: the guardian need not wait for the next look at the log.
create function access.notice_probing(how_often integer, how_many integer) returns void
  language sql security definer set search_path = ''
  as $$
    insert into public.access_concerns (id, rule, practitioner_id, agency_id, role, day, window_begins, window_ends, times,
      subjects, noticed_at)
    select gen_random_uuid(), r.rule, a.practitioner_id, a.agency_id, a.role, platform.london_date(platform.now()),
      platform.now() - interval '24 hours', platform.now(), greatest(how_often, 1), greatest(how_many, 1), platform.now()
    from access.actor() a join public.watch_rules r on r.rule = 'index_probing' and r.active
      and not a.role = any(r.exempt_roles)
    on conflict on constraint access_concerns_once do nothing
  $$;

-- Counts one look across agencies and says whether it may be answered: 'searches' or 'names' when it is one too many,
-- 'near' when many names were looked for and nothing opened, else 'ok'. One at a time for each person, over all programs.
create function access.count_search(looked_for text) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  me uuid := access.me();
  moment timestamptz := platform.now();
  digest bytea;
  searches public.index_limits;
  names public.index_limits;
  looks integer;
  different integer;
  opened timestamptz;
  verdict text := 'ok';
begin
  if me is null then return 'searches'; end if;
  perform pg_advisory_xact_lock(hashtextextended('index ' || me, 0));
  digest := (select public.hmac(convert_to(me || ' ' || access.same_name(split_part(looked_for, '|', 1)) || substr(looked_for, length(split_part(looked_for, '|', 1)) + 1), 'UTF8'), k.key, 'sha256')
    from access.signing_keys k);
  select * into searches from public.index_limits l where l.kind = 'searches';
  select * into names from public.index_limits l where l.kind = 'names';
  select count(*) into looks from public.index_searches s
    where s.practitioner_id = me and not s.refused and s.at > moment - searches.minutes * interval '1 minute';
  -- Opening a record ends a search: the count starts again.
  select max(e.at) into opened from audit.entries e
    where e.practitioner_id = me and e.at > moment - names.minutes * interval '1 minute'
      and (e.episode_id is not null or e.child_id is not null)
      and (e.act like 'read %' and e.act <> 'read index' or e.act in ('open episode', 'record child'));
  select count(distinct s.sought) into different from public.index_searches s
    where s.practitioner_id = me and s.sought <> digest
      and s.at > greatest(moment - names.minutes * interval '1 minute', opened);
  if looks >= searches.most then verdict := 'searches';
  elsif different >= names.most then verdict := 'names';
  elsif different + 1 >= (select r.threshold from public.watch_rules r where r.rule = 'index_probing') then
    verdict := 'near';
  end if;
  insert into public.index_searches (id, practitioner_id, at, sought, refused)
    values (gen_random_uuid(), me, moment, digest, verdict in ('searches', 'names'));
  if verdict <> 'ok' then perform access.notice_probing(looks + 1, different + 1); end if;
  return verdict;
end $$;
grant execute on function access.count_search(text) to bridges_app;

-- Asks. The same look-ups and the same rows whatever exists. Nothing is matched for a practitioner whom the family excludes, by
-- name or with their whole agency, nor for a relative; nor for one who reaches the child already.
create function access.ask_index(question uuid, given text, family text, born date, why text, until date) returns text
  language plpgsql security definer set search_path = ''
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  sought text[] := access.sought_words(given || ' ' || family);
  swapped date := access.swapped_date(born);
  asked integer;
  -- Gathered before anything is matched: looked up on a match alone, they would take longer where there is one.
  reached uuid[];
  closed uuid[];
  kin uuid[];
begin
  select * into me from access.actor();
  if me.practitioner_id is null or not access.allows('index.ask') then
    raise exception 'This role cannot do this' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('index ' || me.practitioner_id, 0));
  select count(*) into asked from public.index_questions q
    join public.index_limits l on l.kind = 'questions'
    where q.asked_by = me.practitioner_id and q.asked_at > moment - l.minutes * interval '1 minute';
  if asked >= (select l.most from public.index_limits l where l.kind = 'questions') then
    perform access.notice_probing(asked + 1, asked + 1);
    return 'refused';
  end if;
  reached := array(select access.may_among('episode.read', null));
  kin := array(select d.child_id from public.declared_relatives d where d.practitioner_id = me.practitioner_id);
  closed := array(
    select x.episode_id from access.exclusions x
      where x.practitioner_id = me.practitioner_id and x.begins <= moment and x.ends > moment
    union
    select access.episodes_excluding_agency());
  insert into public.index_questions (id, asked_by, agency_id, given_names, family_name, date_of_birth, reason, asked_at, answer_by)
    values (question, me.practitioner_id, me.agency_id, given, family, born, why, moment, until);
  insert into public.index_question_matches (id, question_id, place, child_id, episode_id)
    select gen_random_uuid(), question, p.place, c.child_id, c.episode_id
    from generate_series(1, 3) p (place)
    left join (
      select k.id as child_id, f.episode_id, row_number() over (
        order by l.likeness desc, k.id) as place
      from public.children k
      join (
        select n.child_id, max(access.name_likeness(sought, n.words, near.places, near.words, near.weights)) as likeness
        from (select array_agg(m.place) as places, array_agg(m.word) as words, array_agg(m.weight) as weights
            from access.similar_words(sought) m) near,
          public.child_name_keys n where n.child_id in (select b.id from public.children b where b.date_of_birth in (born, swapped))
        group by n.child_id) l on l.child_id = k.id
      join public.episode_children f on f.child_id = k.id and f.ended_at is null
      join public.episodes e on e.id = f.episode_id and e.closed_at is null
      where k.date_of_birth in (born, swapped)
        and l.likeness >= case when k.date_of_birth = born then 0.45 else 0.9 end
        and not e.id = any(reached) and not e.id = any(closed) and not k.id = any(kin)
    ) c on c.place = p.place;
  return 'asked';
end $$;
grant execute on function access.ask_index(uuid,text,text,date,text,date) to bridges_app;

-- Who answers about an episode: the lead professional or deputy; without one the author's manager and the coordinator of
-- the locality; where the lead is of a sensitive service, the coordinator alone, so that the answer names no such service.
create function access.responders_for(episode uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with lead as (
      select i.practitioner_id, g.sensitive from access.involvements i join public.agencies g on g.id = i.agency_id
      where i.episode_id = episode and i.reach = 'lead' and i.begins <= platform.now() and i.ends > platform.now()
    ), authors as (
      select u.practitioner_id, u.agency_id from public.authorships u join public.agencies g on g.id = u.agency_id
      where u.episode_id = episode and u.ended_at is null and not g.sensitive
    ), behind as (
      select o.practitioner_id from public.posts o
      where platform.is_now(o.began_at, o.ended_at) and (
        (o.role = 'manager' and o.agency_id in (select agency_id from authors) and not exists (select from lead))
        or (o.role = 'coordinator' and o.locality_id = (select k.locality_id from public.episode_children f
          join public.children k on k.id = f.child_id where f.episode_id = episode and f.position = 1)))
    )
    select practitioner_id from lead where not sensitive
    union select practitioner_id from behind where not exists (select from lead where not sensitive)
    union select practitioner_id from authors where not exists (select from lead) and not exists (select from behind)
  $$;

-- The matches that wait for, or were answered by, the signed-in practitioner as holder. Four weeks on, a question is gone.
create function access.matches_to_answer() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select m.id
    from access.actor() a
    join public.index_questions q on q.asked_at > platform.now() - interval '28 days' and q.asked_by <> a.practitioner_id
    join public.index_question_matches m on m.question_id = q.id
    where m.episode_id = any(array(select access.may_among('episode.read', null)))
      and a.practitioner_id in (select access.responders_for(m.episode_id))
      and not exists (select from access.exclusions x where x.practitioner_id = q.asked_by and x.episode_id = m.episode_id
        and x.begins <= platform.now() and x.ends > platform.now())
  $$;
grant execute on function access.matches_to_answer() to bridges_app;

-- What the asker reads of the answers: who to contact, or that they phone the coordinator. "No" and silence are not here.
create function access.my_index_questions()
  returns table (
    id uuid, given_names text, family_name text, date_of_birth date, reason text, asked_at timestamptz,
    answer_by date, shared jsonb, talk boolean)
  language sql stable security definer set search_path = ''
  as $$
    select q.id, q.given_names, q.family_name, q.date_of_birth, q.reason, q.asked_at, q.answer_by,
      coalesce((select jsonb_agg(distinct jsonb_build_object('name', p.name, 'telephone', p.telephone))
        from public.index_question_matches m join public.practitioners p on p.id = m.answered_by
        where m.question_id = q.id and m.answer = 'share'), '[]'),
      exists (select from public.index_question_matches m where m.question_id = q.id and m.answer = 'talk')
    from public.index_questions q where q.asked_by = (select access.me())
    order by q.asked_at desc, q.id
  $$;
grant execute on function access.my_index_questions() to bridges_app;

grant select on index_limits to bridges_app;
create policy index_limits_select on index_limits for select to bridges_app
  using ((select access.allows('child.search')));

grant insert on index_searches to bridges_reach;
grant select on index_searches to bridges_app;
create policy index_searches_insert_by_reach on index_searches for insert to bridges_reach
  with check (true);

grant insert on index_questions to bridges_reach;
grant select on index_questions to bridges_app;
create policy index_questions_select_own on index_questions for select to bridges_app
  using (asked_by = (select access.me()));
create policy index_questions_select_hold on index_questions for select to bridges_app
  using (id = any(array(
    select m.question_id from index_question_matches m)));
create policy index_questions_insert_by_reach on index_questions for insert to bridges_reach
  with check (true);

grant insert on index_question_matches to bridges_reach;
grant select on index_question_matches to bridges_app;
grant update (answer, answered_by, answered_at) on index_question_matches to bridges_app;
create policy index_question_matches_select on index_question_matches for select to bridges_app
  using (id = any(array(select access.matches_to_answer())));
create policy index_question_matches_insert_by_reach on index_question_matches for insert to bridges_reach
  with check (true);
create policy index_question_matches_update on index_question_matches for update to bridges_app
  using (answer is null and id = any(array(select access.matches_to_answer())))
  with check (answered_by = (select access.me()));
