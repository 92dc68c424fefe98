-- Whether the form marks what is typed as sensitive: then no colleague learns that its author is writing.
alter table drafts add column sensitive boolean not null default false;
