-- Names are compared by tables of our own, so that the answer does not depend on the locale of the cluster.
create extension if not exists fuzzystrmatch;

-- How a character is compared: without case and accents, and as Latin letters. Written by the program as it migrates.
create table platform.letters (
  letter text collate "C" primary key,
  folded text collate "C" not null,
  latin text collate "C" not null
);
-- Given names that stand for one another: those on one line.
create table platform.nicknames (
  word text collate "C" not null,
  line smallint not null,
  primary key (word, line)
);
create index nicknames_line on platform.nicknames (line);
-- The digest of both, and of the functions that make keys of names.
create table platform.name_rules (digest text primary key);

-- Further names of a child. One part may be absent and is then empty. A sealed name is no longer found or shown, save to
-- those who answer for the record: after an adoption, or for safety.
create table child_names (
  id uuid primary key,
  child_id uuid not null references children on delete restrict,
  kind text not null check (kind in ('known_as', 'former', 'birth', 'other')),
  given_names text not null default '',
  family_name text not null default '',
  valid_from date,
  valid_until date,
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  sealed_by uuid references practitioners on delete restrict,
  sealed_at timestamptz,
  seal_reason text check (seal_reason in ('adoption', 'safety', 'other')),
  constraint child_names_some_part check (given_names <> '' or family_name <> ''),
  constraint child_names_dates check (valid_until >= valid_from),
  constraint child_names_sealed check (num_nonnulls(sealed_by, sealed_at, seal_reason) in (0, 3))
);
create index child_names_child on child_names (child_id);

-- The words of each name that may be found: of a child's present name (its id is the child's) and of further ones.
create table child_name_keys (
  name_id uuid primary key,
  child_id uuid not null references children on delete restrict,
  words text[] collate "C" not null,
  name_order bytea not null
);
create index child_name_keys_child on child_name_keys (child_id);
create index child_name_keys_words on child_name_keys using gin (words);

-- Each word of those names once, with what is near it: tolerance of spelling is looked up among words, not among children.
create table name_words (
  word text collate "C" primary key,
  latin text collate "C" not null,
  sounds text[] collate "C" not null
);
create index name_words_latin on name_words (latin);
create index name_words_like on name_words using gin (latin public.gin_trgm_ops);
create index name_words_sounds on name_words using gin (sounds);

-- "Also known as" becomes one of the further names. The owner of the tables is bound by row-level security as well.
alter table children no force row level security;
alter table child_names no force row level security;
insert into child_names (id, child_id, kind, given_names, recorded_by, recorded_at)
  select gen_random_uuid(), k.id, 'known_as', k.also_known_as, k.recorded_by, k.recorded_at from children k
  where k.also_known_as is not null;
alter table children force row level security;
drop index children_search_name;
-- squawk-ignore ban-drop-column
alter table children drop column search_name, drop column also_known_as;
-- Checked for new rows alone: reading every child would hold the table.
alter table children add constraint children_some_name check (given_names <> '' or family_name <> '') not valid;

-- Lists of practitioners are in the order of the alphabet, the same on every cluster.
alter table practitioners add column name_order bytea not null default '';
create index practitioners_name_order on practitioners (name_order, id);

alter table index_questions
  drop constraint index_questions_given_names_check,
  drop constraint index_questions_family_name_check,
  add constraint index_questions_names_check check (
    length(given_names) <= 100 and length(family_name) <= 100 and (given_names <> '' or family_name <> '')) not valid;

-- A name is stored as the program cleans it: composed letters, nothing unseen, no space around or twice within. Rows that
-- are there are cleaned first; a new rule for names needs a new file.
do $$
declare
  place record;
  clean constant text := $c$btrim(regexp_replace(regexp_replace(normalize(%1$I, nfc),
    U&'[\0001-\0008\000b\000c\000e-\001f\007f-\009f\00ad\034f\061c\180e\200b\200e\200f\202a-\202e\2060-\206f\feff]', '', 'g'), '[\t\n\r ]+', ' ', 'g'))$c$;
begin
  for place in select * from (values ('children', 'given_names'), ('children', 'family_name'), ('child_names', 'given_names'),
    ('child_names', 'family_name'), ('carers', 'name'), ('practitioners', 'name'), ('agencies', 'name'), ('teams', 'name'),
    ('directory_services', 'name'), ('panels', 'name')) p (relation, name)
  loop
    execute format('alter table %I no force row level security', place.relation);
    execute format('update %2$I set %1$I = ' || clean || ' where %1$I is distinct from ' || clean, place.name, place.relation);
    execute format('alter table %I force row level security', place.relation);
    execute format('alter table %2$I add constraint %3$I check (%1$I = ' || clean || ') not valid', place.name, place.relation,
      place.relation || '_' || place.name || '_clean_check');
  end loop;
end $$;

-- A sealed name is in no copy, so that none can be lost or passed on.
insert into access.bundle_parts (relation, place, title, condition) values
  ('public.child_names', 2, 'Other names', 't.child_id = $1 and t.sealed_at is null');
insert into access.bundle_parts (relation, place, title, left_out_because) values
  ('public.child_name_keys', 96, 'Keys of names', 'It is made of the names, to find them by.');
