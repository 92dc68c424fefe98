-- What the child says was said to a practitioner: it is contact as well.
create function access.record_contact_of_note() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.record_contact(new.episode_id, new.happened_on);
  return null;
end $$;

grant select, insert on chronology_notes to bridges_app;
create policy chronology_notes_select on chronology_notes for select to bridges_app
  using (episode_id = any(array(select access.may('record.read'))));
create policy chronology_notes_insert on chronology_notes for insert to bridges_app
  with check (episode_id = any(array(select access.may('chronology.add'))));
create policy chronology_notes_insert_agreed_to_add on chronology_notes as restrictive for insert to bridges_app
  with check (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.agreed_topics())));
create policy chronology_notes_insert_still_open on chronology_notes as restrictive for insert to bridges_app
  with check (exists (select from episodes e where e.id = chronology_notes.episode_id and e.closed_at is null));
create policy chronology_notes_all_sensitive on chronology_notes as restrictive for all to bridges_app
  using (topic = '' or written_by = (select access.me())
    or (episode_id || ' ' || topic) = any(array(select access.topics())));

create trigger stamp_entered_for before insert on chronology_notes for each row execute function access.stamp_entered_for();
create trigger record_contact after insert on chronology_notes for each row
  when (new.category in ('contact', 'childs_words')) execute function access.record_contact_of_note();
