-- In a demonstration the messages that would have gone out may be looked at.
create function platform.demo_outbox()
  returns table (id uuid, recipient text, subject text, body text, href text, sent_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select m.id, p.name, m.subject, m.body, m.href, m.sent_at
    from public.messages m join public.practitioners p on p.id = m.recipient_id
    where (select s.demo from platform.settings s)
    order by m.sent_at desc, m.id desc limit 200
  $$;
grant execute on function platform.demo_outbox() to bridges_app;

-- What a program compares itself with that serves without an administrator's connection.
create function platform.schema_version() returns table (files text[], code text)
  language sql stable security definer set search_path = ''
  as $$
    select (select array_agg(m.name order by m.name) from public.migrations m), (select c.digest from public.database_code c)
  $$;
grant execute on function platform.schema_version() to bridges_app;

grant select on platform.settings to bridges_app, bridges_auth, bridges_reach;
grant update (clock_offset) on platform.settings to bridges_reach;

grant select on platform.bank_holidays to bridges_app, bridges_reach;
