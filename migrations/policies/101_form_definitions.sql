-- The words of the form hold nothing of a family: every program reads them. Only `migrate` adds one, and nothing changes one.
grant select on form_definitions to bridges_app;

-- An assessment is filled in with the newest words and keeps them, whatever its insert says.
create function access.assign_form() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  new.form_number := (select max(d.number) from public.form_definitions d);
  return new;
end $$;
create trigger assign_form before insert on assessments for each row execute function access.assign_form();
