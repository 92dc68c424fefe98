-- With which secret this database was founded, as a fingerprint that reveals nothing of it: a program with another one
-- changes nothing here. Read by the owner alone.
create table platform.installation (
  only_row boolean primary key default true check (only_row),
  secret_fingerprint bytea not null
);

-- How far ahead a claim may end: its life, and the difference between two clocks that is put up with. Brought up to
-- date at every start, from libs/platform/claim.ts.
alter table platform.settings add column longest_claim interval not null default '90 seconds';

-- Refuses the transaction when the claim that it presents is not good now: forged, signed with another secret, ended, or
-- ending later than any may. Without this a program whose clock is wrong would show people empty lists, and they would
-- take them for the truth. Somebody whose post has ended holds a good claim: they see nothing, as anybody without reach.
set local role bridges_reach;
create function access.assert_claim() returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  part text[] := string_to_array(current_setting('bridges.claim', true), '|');
  ends timestamptz;
begin
  if array_length(part, 1) is distinct from 6
     or part[6] is distinct from (
       select encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256'), 'hex')
       from access.signing_keys k) then
    raise exception 'The claim was not signed with the secret of this database' using errcode = 'BR503';
  end if;
  ends := to_timestamp(part[5]::double precision);
  if ends <= clock_timestamp() then
    raise exception 'The claim has ended' using errcode = 'BR503';
  end if;
  if ends > clock_timestamp() + (select s.longest_claim from platform.settings s) then
    raise exception 'The claim ends too far ahead' using errcode = 'BR503';
  end if;
end $$;
grant execute on function access.assert_claim() to bridges_app;
set local role bridges_owner;
