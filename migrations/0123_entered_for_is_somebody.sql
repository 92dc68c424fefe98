-- Checked apart from its adding, so that no write waits for it.
alter table chronology_notes validate constraint chronology_notes_entered_for_fkey;
alter table tac_meetings validate constraint tac_meetings_entered_for_fkey;
