-- An assessment that says that a child suffers significant harm raises a concern too. Only a checklist's has its version.
-- Programs of before write a version still.
-- squawk-ignore ban-drop-not-null
alter table safety_concerns alter column checklist_version drop not null;
alter table safety_concerns drop constraint safety_concerns_ground_check;
alter table safety_concerns
  -- The rows that are there have passed the narrower check.
  -- squawk-ignore constraint-missing-not-valid
  add constraint safety_concerns_ground_check check (ground in ('not_safe', 'procedures', 'significant_harm'));
alter table safety_concerns
  -- squawk-ignore constraint-missing-not-valid
  add constraint safety_concerns_checklist check ((ground = 'significant_harm') = (checklist_version is null));
