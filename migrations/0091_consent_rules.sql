-- What must never stand in the ledger of consent: said kindly by the service, kept here.

alter table consents
  add column leaflet_version text,
  add column questions_asked text,
  add column child_asked boolean,
  add column who_disagreed text,
  add column competence_assessor text,
  add column competence_assessed_on date,
  -- A competent child's decision prevails; a later word of a parent against it says why it was taken all the same.
  add column reason_contrary_to_child text,
  -- An adult's health is that adult's to tell: who agreed to it about themselves.
  add column adults_word text,
  add column review_on date,
  add column asked_at text;
alter table consents drop constraint consents_form_check;
alter table consents add constraint consents_form_check
  check (form in ('written', 'typed', 'verbal_witnessed')) not valid;
alter table consents add constraint consents_witness
  check (form is distinct from 'verbal_witnessed' or coalesce(witness, '') ~ '\S') not valid;
alter table consents add constraint consents_not_sought
  check (decision <> 'not_sought' or coalesce(note, '') ~ '\S') not valid;
alter table consents add constraint consents_limits
  check (decision not in ('given', 'given_in_part') or limits_explained) not valid;
alter table consents add constraint consents_review
  check (review_on is null or (review_on >= decided_on and review_on <= coalesce(valid_until, review_on))) not valid;

-- Whoever writes a word down signs for it.
create policy own_hand on consents as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()));
create policy own_hand on consent_withdrawals as restrictive for insert to bridges_app
  with check (recorded_by = (select access.me()));

-- A word is written down row by row, and its first row may already end the reach of whoever writes it: the family keeps out
-- the very agency that asked. The rest of what is being said now belongs to it, and is written all the same.
create index consents_recorded on consents (recorded_by, recorded_at);
create function access.words_being_said() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select c.id from public.consents c
    where c.recorded_by = (select access.me()) and c.recorded_at = date_trunc('milliseconds', platform.now())
  $$;
grant execute on function access.words_being_said() to bridges_app;
alter function access.words_being_said() owner to bridges_reach;
create policy same_word on consent_agencies for insert to bridges_app
  with check (consent_id = any(array(select access.words_being_said())));
create policy same_word on consent_people for insert to bridges_app
  with check (consent_id = any(array(select access.words_being_said())));

-- The day on which a child comes to an age; one born on 29 February comes to it on 1 March of a common year.
create function access.birthday(born date, age integer) returns date
  language sql immutable parallel safe set search_path = ''
  as $$
    select case when to_char(born, 'MMDD') = '0229' and (extract(year from born)::integer + age) % 4 <> 0
      then make_date(extract(year from born)::integer + age, 3, 1)
      else (born + make_interval(years => age))::date end
  $$;
grant execute on function access.birthday(date, integer) to bridges_app, bridges_reach;

create procedure access.refuse_word(broken text, why text) language plpgsql set search_path = '' as $$
begin
  raise exception '%', why using errcode = '23514', constraint = broken;
end $$;
grant execute on procedure access.refuse_word(text, text) to bridges_reach;

-- The loader of a synthetic county presents no claim and is not judged; whoever serves cases is.
create function access.keep_consent_rules() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  today date := platform.london_date(platform.now());
  for_the_child boolean := coalesce(new.capacity in ('parental_responsibility', 'local_authority'), false);
  agreed boolean := new.decision in ('given', 'given_in_part');
begin
  if access.me() is null then return new; end if;
  new.recorded_at := date_trunc('milliseconds', platform.now());
  if new.decided_on > today then
    call access.refuse_word('consents_decided_on', 'A decision is of today or earlier');
  end if;
  if agreed and (new.valid_until is null or new.valid_until > (new.decided_on + interval '6 months')::date) then
    call access.refuse_word('consents_six_months', 'An agreement lasts six months at most');
  end if;
  if new.decided_by_child_id is not null and not exists (select from public.episode_children f
      where f.episode_id = new.episode_id and f.child_id = new.decided_by_child_id) then
    call access.refuse_word('consents_child_of_episode', 'The child who decided is on the episode');
  end if;
  if new.decided_by_carer_id is not null then
    if not exists (select from public.episode_children f join public.child_carers l on l.child_id = f.child_id
        where f.episode_id = new.episode_id and l.carer_id = new.decided_by_carer_id) then
      call access.refuse_word('consents_carer_of_episode', 'The carer who decided cares for a child on the episode');
    end if;
    if new.capacity = 'parental_responsibility' and exists (select from public.episode_children f
        join public.child_carers l on l.child_id = f.child_id and l.parental_responsibility = 'no'
        where f.episode_id = new.episode_id and l.carer_id = new.decided_by_carer_id) then
      call access.refuse_word('consents_parental_responsibility', 'Only who has parental responsibility decides for a child');
    end if;
  end if;
  if for_the_child and exists (select from public.episode_children f join public.children k on k.id = f.child_id
      where f.episode_id = new.episode_id and access.birthday(k.date_of_birth, 18) <= today) then
    call access.refuse_word('consents_adult_decides', 'At 18 the young person alone decides');
  end if;
  if for_the_child and agreed and exists (select from public.episode_children f join public.children k on k.id = f.child_id
      where f.episode_id = new.episode_id and access.birthday(k.date_of_birth, 18) <= new.valid_until) then
    call access.refuse_word('consents_until_18', 'A parent’s word ends before the 18th birthday');
  end if;
  if new.capacity = 'parental_responsibility' and coalesce(new.reason_not_young_person, '') !~ '\S'
      and exists (select from public.episode_children f join public.children k on k.id = f.child_id
        where f.episode_id = new.episode_id and access.birthday(k.date_of_birth, 16) <= today) then
    call access.refuse_word('consents_young_person', 'At 16 a parent’s word alone needs a reason');
  end if;
  if new.capacity = 'child' and new.competence is distinct from 'competent'
      and not exists (select from public.episode_children f join public.children k on k.id = f.child_id
        where f.episode_id = new.episode_id and k.id = coalesce(new.decided_by_child_id, k.id)
          and access.birthday(k.date_of_birth, 16) <= today) then
    call access.refuse_word('consents_competence', 'Under 16 a child decides when competent for this decision');
  end if;
  return new;
end $$;
create trigger keep_rules before insert on consents for each row execute function access.keep_consent_rules();

-- The words of children who decided for themselves, as they count now: the latest about each agency, if it is theirs.
create function access.childs_words(episode uuid)
  returns table (agency_id uuid, standing text, tiers smallint[], topics text[])
  language sql stable security definer set search_path = ''
  as $$
    select l.agency_id, l.standing, l.tiers, l.topics
    from (
      select distinct on (a.agency_id) a.agency_id, a.standing, a.tiers, a.topics, c.id, c.capacity, c.valid_until
      from public.consents c
      join public.consent_purposes p on p.purpose = c.purpose and p.opens_record
      join public.consent_agencies a on a.consent_id = c.id
      where c.episode_id = episode
      order by a.agency_id, c.recorded_at desc, c.id desc) l
    where l.capacity = 'child'
      and (l.valid_until is null or l.valid_until >= platform.london_date(platform.now()))
      and not exists (select from public.consent_withdrawals w
        where w.consent_id = l.id and (w.agency_id is null or w.agency_id = l.agency_id))
      and (episode in (select access.may('consent.read')) or exists (select from public.consents c
        where c.episode_id = episode and c.id in (select access.words_being_said())))
  $$;
grant execute on function access.childs_words(uuid) to bridges_app;
alter function access.childs_words(uuid) owner to bridges_reach;

create function access.keep_word_rules() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  c record;
begin
  if access.me() is null then return new; end if;
  select w.*, p.opens_record into c from public.consents w
    join public.consent_purposes p on p.purpose = w.purpose where w.id = new.consent_id;
  if 'adult_health' = any(new.topics) and c.capacity is distinct from 'adult'
      and coalesce(c.adults_word, '') !~ '\S' and c.decided_by_carer_id is null then
    call access.refuse_word('consents_adults_word', 'An adult’s health is that adult’s to tell');
  end if;
  -- The new word itself has no agencies yet, so the latest about this agency is the one before it.
  if c.opens_record and c.capacity in ('parental_responsibility', 'local_authority')
      and coalesce(c.reason_contrary_to_child, '') || coalesce(c.reason_not_young_person, '') !~ '\S'
      and exists (select from access.childs_words(new.episode_id) k
        where k.agency_id = new.agency_id and not (k.standing = new.standing
          and k.tiers @> new.tiers and k.tiers <@ new.tiers and k.topics @> new.topics and k.topics <@ new.topics)) then
    call access.refuse_word('consents_contrary_to_child', 'A competent child’s decision prevails, or it is said why not');
  end if;
  return new;
end $$;
create trigger keep_rules before insert on consent_agencies for each row execute function access.keep_word_rules();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.keep_consent_rules() owner to bridges_reach;
alter function access.keep_word_rules() owner to bridges_reach;
