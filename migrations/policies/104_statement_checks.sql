-- Who checked the fixed statements: every signed-in person reads it, because a copy says whether they are checked and no family
-- is named in it. Information governance records it, since the statements say what a family agrees to. A check is never changed.
grant select, insert on statement_checks to bridges_app;
create policy statement_checks_select on statement_checks for select to bridges_app
  using ((select access.me()) is not null);
create policy statement_checks_insert on statement_checks for insert to bridges_app
  with check ((select access.allows('statement.check')) and recorded_by = (select access.me()));
