-- Public reference data: every signed-in person reads it, as no family is named in it. It is imported by the directory editor
-- and the system administrator, or by the console. A row is never deleted: it ends.
grant select, insert on reference_imports to bridges_app;
create policy reference_imports_select on reference_imports for select to bridges_app
  using ((select access.allows('reference.import')));
create policy reference_imports_insert on reference_imports for insert to bridges_app
  with check ((select access.allows('reference.import')) and imported_by = (select access.me()));

grant select, insert on reference_schools to bridges_app;
grant update (name, kind, phase, low_age, high_age, street, town, postcode, telephone, district_code, valid_from, valid_until,
  search_text) on reference_schools to bridges_app, bridges_loader;
create policy reference_schools_select on reference_schools for select to bridges_app
  using ((select access.me()) is not null);
create policy reference_schools_insert on reference_schools for insert to bridges_app
  with check ((select access.allows('reference.import')));
create policy reference_schools_update on reference_schools for update to bridges_app
  using ((select access.allows('reference.import')));

grant select, insert on reference_organisations to bridges_app;
grant update (name, address, postcode, telephone, valid_from, valid_until, search_text)
  on reference_organisations to bridges_app, bridges_loader;
create policy reference_organisations_select on reference_organisations for select to bridges_app
  using ((select access.me()) is not null);
create policy reference_organisations_insert on reference_organisations for insert to bridges_app
  with check ((select access.allows('reference.import')));
create policy reference_organisations_update on reference_organisations for update to bridges_app
  using ((select access.allows('reference.import')));

grant select, insert on reference_areas to bridges_app;
grant update (name, district_code, valid_from, valid_until) on reference_areas to bridges_app, bridges_loader;
create policy reference_areas_select on reference_areas for select to bridges_app
  using ((select access.me()) is not null);
create policy reference_areas_insert on reference_areas for insert to bridges_app
  with check ((select access.allows('reference.import')));
create policy reference_areas_update on reference_areas for update to bridges_app
  using ((select access.allows('reference.import')));

grant select, insert on reference_postcodes to bridges_app;
grant update (district_code, ward_code, valid_from, valid_until) on reference_postcodes to bridges_app, bridges_loader;
create policy reference_postcodes_select on reference_postcodes for select to bridges_app
  using ((select access.me()) is not null);
create policy reference_postcodes_insert on reference_postcodes for insert to bridges_app
  with check ((select access.allows('reference.import')));
create policy reference_postcodes_update on reference_postcodes for update to bridges_app
  using ((select access.allows('reference.import')));
