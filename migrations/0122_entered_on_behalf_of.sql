-- What business support enters is marked with the practitioner it was entered for, whoever's program wrote it.
alter table chronology_notes add column entered_for uuid;
alter table chronology_notes add constraint chronology_notes_entered_for_fkey
  foreign key (entered_for) references practitioners on delete restrict not valid;
alter table tac_meetings add column entered_for uuid;
alter table tac_meetings add constraint tac_meetings_entered_for_fkey
  foreign key (entered_for) references practitioners on delete restrict not valid;

-- The practitioner through whom the signed-in business support reaches this episode now; nothing for everybody else.
create function access.supports_on(episode uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select n.practitioner_id
    from access.supported() n
    join access.grants g on g.episode_id = episode and g.tier < 3 and g.begins <= platform.now() and g.ends > platform.now()
      and ((g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
        or (g.reach = 'agency' and g.subject_id = n.agency_id))
    where not exists (select from access.cuts c where c.episode_id = episode
      and c.practitioner_id in (n.practitioner_id, (select access.me())) and c.begins <= platform.now() and c.ends > platform.now())
    order by array_position(array['lead', 'author', 'team', 'agency'], g.reach), n.practitioner_id limit 1
  $$;
grant execute on function access.supports_on(uuid) to bridges_app;
alter function access.supports_on(uuid) owner to bridges_reach;

create function access.mark_entered_for() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select a.role from access.actor() a) is distinct from 'business_support' then
    -- Whoever writes for themselves takes the mark away; a copy made without anybody signed in keeps its own.
    if access.me() is not null then new.entered_for := null; end if;
    return new;
  end if;
  new.entered_for := access.supports_on(new.episode_id);
  if tg_table_name = 'chronology_notes' then
    if new.topic <> '' then
      raise exception 'Business support writes nothing sensitive' using errcode = '23514', constraint = 'support_not_sensitive';
    end if;
    if new.category = 'contact' then
      update public.episode_records r set last_contact_on = new.happened_on
      where r.episode_id = new.episode_id and (r.last_contact_on is null or r.last_contact_on < new.happened_on);
    end if;
  end if;
  return new;
end $$;
grant update (last_contact_on) on episode_records to bridges_reach;
create trigger entered_for before insert on chronology_notes for each row execute function access.mark_entered_for();
create trigger entered_for before insert or update on tac_meetings for each row execute function access.mark_entered_for();

create function access.mark_support() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.role = 'business_support' and new.episode_id is not null then
    new.detail := new.detail || jsonb_build_object('enteredFor', access.supports_on(new.episode_id));
  end if;
  return new;
end $$;
create trigger mark_support before insert on audit.entries for each row execute function access.mark_support();

-- A naming is ended once, and by those two alone.
create function access.end_naming() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.ended_at is not null then
    raise exception 'It has ended' using errcode = '23514', constraint = 'support_ended';
  end if;
  new.ended_at := date_trunc('milliseconds', platform.now());
  return new;
end $$;
create trigger finish before update on support_namings for each row execute function access.end_naming();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.mark_entered_for() owner to bridges_reach;
alter function access.mark_support() owner to bridges_reach;
alter function access.end_naming() owner to bridges_reach;
