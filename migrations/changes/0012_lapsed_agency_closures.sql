-- A proposal to close an agency lapses when its last day comes without agreement; no person calls it off.
-- The table is small: checking its rows takes no time.
alter table agency_closures drop constraint agency_closures_called_off;
-- squawk-ignore constraint-missing-not-valid
alter table agency_closures add constraint agency_closures_called_off check (called_off_by is null or called_off_at is not null);
