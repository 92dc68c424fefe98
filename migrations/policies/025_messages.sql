-- Tells the lead, the author, their managers and the front door, as far as they reach what the message is about. It asks
-- person by person about this one episode. No message names a child.
create function access.notify_responsible(
    episode uuid, parts text[], raiser uuid, wanted text[], subject text, body text, href text,
    about_kind text default null, about_id uuid default null)
  returns void
  language sql security definer set search_path = ''
  as $$
    with involved as (
      select i.practitioner_id, i.agency_id from access.involvements i
      where i.episode_id = episode and i.reach in ('author', 'lead') and i.begins <= platform.now() and i.ends > platform.now()
      union
      select o.practitioner_id, o.agency_id from public.posts o
      where o.practitioner_id = raiser and platform.is_now(o.began_at, o.ended_at)
    ), meant as (
      select v.practitioner_id from involved v where 'involved' = any(parts)
      union
      select o.practitioner_id from involved v join public.posts o on o.agency_id = v.agency_id and o.role = 'manager'
        and platform.is_now(o.began_at, o.ended_at)
      where 'managers' = any(parts)
      union
      select o.practitioner_id from public.episodes e
      join public.agencies y on y.authority_id = e.authority_id
      join public.posts o on o.agency_id = y.id and o.role = 'front_door' and platform.is_now(o.began_at, o.ended_at)
      where e.id = episode and 'front_door' = any(parts)
    )
    insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
    select gen_random_uuid(), m.practitioner_id, subject, body, href, date_trunc('milliseconds', platform.now()),
      about_kind, about_id
    from meant m
    join public.practitioners p on p.id = m.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where m.practitioner_id is distinct from (select a.practitioner_id from access.actor() a)
      and not exists (select from access.exclusions c where c.practitioner_id = m.practitioner_id and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
      and exists (
        select from public.posts o
        join public.agencies y on y.id = o.agency_id
        join access.grants g on g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
          and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        join access.rules r on r.permission = any(wanted) and r.role = o.role and r.reach = g.reach and r.tier = g.tier
        where o.practitioner_id = m.practitioner_id and platform.is_now(o.began_at, o.ended_at))
  $$;

-- Is what a message asks for still to be done, by its recipient? It reads as its caller: a reader is asked for nothing that they can no
-- longer see, and so learns nothing from the answer.
create function access.is_still_asked(kind text, asked uuid, recipient uuid) returns boolean
  language plpgsql stable set search_path = ''
  as $$
begin
  -- Statements, not one expression: only the branch that is asked for is planned.
  case kind
    when 'lead_proposal' then return exists (select from public.lead_professional_proposals p where p.id = asked and p.answer is null);
    when 'lead_vacancy' then return exists (select from public.episodes e where e.id = asked and e.closed_at is null)
      and not exists (select from public.lead_professional_appointments a where a.episode_id = asked and a.ended_at is null)
      and not exists (select from public.lead_professional_proposals p where p.episode_id = asked and p.answer is null);
    when 'meeting' then return exists (select from public.tac_meetings m
      join public.episodes e on e.id = m.episode_id and e.closed_at is null
      where m.id = asked and m.status = 'planned' and coalesce(m.ends_at, m.starts_at + interval '1 hour') > platform.now());
    when 'action' then return exists (select from public.plan_actions t join public.episodes e on e.id = t.episode_id
      where t.id = asked and t.doer_practitioner_id = recipient and t.status not in ('done', 'dropped') and e.closed_at is null);
    when 'consent' then return exists (select from public.consents c join public.episodes e on e.id = c.episode_id
      where c.id = asked and e.closed_at is null
        and not exists (select from public.consent_withdrawals w where w.consent_id = c.id and w.agency_id is null)
        and exists (select from public.consent_agencies a where a.consent_id = c.id and a.standing = 'included'
          and not exists (select from public.consents n where n.episode_id = c.episode_id and n.recorded_at > c.recorded_at
            and (n.decision = 'refused' or exists (select from public.consent_agencies b
              where b.consent_id = n.id and b.agency_id = a.agency_id)))));
    when 'withdrawal_concern' then return exists (select from public.consent_withdrawals w where w.id = asked
      and not exists (select from public.withdrawal_sign_offs s where s.withdrawal_id = w.id));
    when 'safety_concern' then return exists (select from public.safety_concerns c where c.id = asked and c.answered_at is null);
    when 'step_up' then return exists (select from public.step_ups s where s.id = asked and s.outcome is null);
    when 'emergency_second' then return exists (select from public.emergency_accesses x where x.id = asked
      and x.begins_at is null and x.ended_at is null);
    when 'emergency_reviewer' then return exists (select from public.emergency_accesses x where x.id = asked and x.reviewer_id is null);
    when 'emergency_review' then return exists (select from public.emergency_accesses x where x.id = asked
      and x.reviewer_id = recipient and x.review_outcome is null);
    when 'access_question' then return exists (select from public.access_questions q where q.id = asked and q.answered_at is null);
    when 'explanation' then return exists (select from public.access_concerns c where c.id = asked and c.state = 'open')
      or exists (select from access.my_concerns() c where c.id = asked and c.state = 'open');
    when 'closure_proposal' then return exists (select from public.closure_proposals p where p.id = asked
      and p.manager_id = recipient and p.outcome is null);
    when 'closure_again' then return exists (select from public.episodes e where e.id = asked and e.closed_at is null)
      and not exists (select from public.closure_proposals p where p.episode_id = asked and p.outcome is null);
    when 'shield' then return exists (select from public.shields s where s.id = asked and s.decision is null and s.ended_at is null);
    when 'destruction' then return exists (select from public.destruction_proposals p where p.id = asked and p.declined_at is null);
    when 'panel_item' then return exists (select from public.panel_items i where i.id = asked and i.decision is null
      and i.removed_at is null);
    when 'webhook' then return exists (select from public.webhooks w where w.id = asked and w.disabled_at is not null
      and w.ended_at is null);
    when 'agency_closure' then return exists (select from public.agency_closures c where c.id = asked and c.agreed_at is null
      and c.called_off_at is null and c.last_day > platform.london_date(platform.now()));
    else return true;
  end case;
end $$;
grant execute on function access.is_still_asked(text,uuid,uuid) to bridges_app, bridges_reach;

grant insert on messages to bridges_reach;
grant select, insert on messages to bridges_app;
grant update (read_at) on messages to bridges_app;
create policy messages_select on messages for select to bridges_app
  using (recipient_id = (select access.me()));
create policy messages_select_shielded on messages as restrictive for select to bridges_app
  using (id not in (select access.suppressed_messages()));
create policy messages_insert on messages for insert to bridges_app
  with check ((select access.me()) is not null);
create policy messages_insert_by_reach on messages for insert to bridges_reach
  with check (true);
create policy messages_update on messages for update to bridges_app
  using (recipient_id = (select access.me()));

create trigger resolve_pseudonym_of_recipient before insert on messages for each row execute function access.resolve_pseudonym_of_recipient();
