-- The adult who agreed that their own health may be shared.
-- squawk-ignore renaming-column
alter table consents rename column adults_word to consenting_adult;
