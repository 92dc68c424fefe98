-- A note of contact or of something that happened, written by hand; the rest of the chronology builds itself.
create table chronology_notes (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  happened_on date not null,
  category text not null,
  what text not null,
  significance text,
  topic text not null default '',
  written_by uuid not null references practitioners on delete restrict,
  written_at timestamptz not null,
  -- What business support enters is marked with the practitioner it was entered for, whichever program wrote it.
  entered_for uuid,
  constraint chronology_notes_entered_for_fkey foreign key (entered_for) references practitioners on delete restrict
);
create index chronology_notes_episode on chronology_notes (episode_id);
