-- A qualified translator has checked the fixed statements in a language. A check is of one exact wording (its SHA-256): changed
-- words are awaiting a check again.
create table statement_checks (
  id uuid primary key,
  language text not null constraint statement_checks_language check (language in ('bn', 'gu', 'hi', 'pa', 'pl', 'ur')),
  wording text not null constraint statement_checks_wording check (wording ~ '^[0-9a-f]{64}$'),
  translator text not null constraint statement_checks_translator check (translator ~ '\S'),
  qualification text not null constraint statement_checks_qualification check (qualification ~ '\S'),
  recorded_by uuid not null references practitioners on delete restrict,
  recorded_at timestamptz not null,
  constraint statement_checks_once unique (language, wording)
);
