-- Messages name no child.
create table messages (
  id uuid primary key,
  recipient_id uuid not null references practitioners on delete restrict,
  subject text not null,
  body text not null,
  href text,
  sent_at timestamptz not null,
  read_at timestamptz
);
create index messages_recipient on messages (recipient_id, sent_at desc);
create index messages_href on messages (href) where read_at is null;
