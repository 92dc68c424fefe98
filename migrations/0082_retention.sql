-- How long records are kept: classes and triggers as data, the date shown in advance, and holds that beat it.
create table retention_classes (
  class text not null,
  applies_to text not null check (applies_to in ('every_episode', 'child_in_need', 'child_protection', 'looked_after')),
  trigger text not null check (trigger in ('closure', 'date_of_birth', 'eighteenth_birthday', 'death', 'last_contact')),
  months integer not null check (months >= 0),
  action text not null check (action in ('restrict', 'archive', 'review', 'destroy')),
  source text not null,
  primary key (class, trigger, action)
);
insert into retention_classes values
  ('common_assessment', 'every_episode', 'closure', 12, 'archive', 'East Midlands regional standard: a year to be seen after closing'),
  ('common_assessment', 'every_episode', 'closure', 84, 'destroy', 'East Midlands regional standard: six years in the archive after that'),
  ('early_help', 'every_episode', 'date_of_birth', 300, 'destroy', 'Early help assessments to the 25th birthday, as in Bath and North East Somerset'),
  ('early_help', 'every_episode', 'death', 72, 'destroy', 'Six years after a death under 18, as in North Somerset'),
  ('child_in_need', 'child_in_need', 'eighteenth_birthday', 36, 'review', '18 and three years without activity, as in Devon'),
  ('child_in_need', 'child_in_need', 'last_contact', 36, 'review', '18 and three years without activity, as in Devon'),
  ('child_in_need', 'child_in_need', 'date_of_birth', 360, 'destroy', 'To age 30, as in North Somerset'),
  ('child_in_need', 'child_in_need', 'death', 72, 'destroy', 'Six years after a death under 18, as in North Somerset'),
  ('child_protection', 'child_protection', 'last_contact', 420, 'destroy', '35 years after last contact, as in Blackpool'),
  ('child_protection', 'child_protection', 'closure', 420, 'destroy', '35 years after closure, as in North Somerset'),
  ('looked_after', 'looked_after', 'date_of_birth', 900, 'destroy', '75 years from birth'),
  ('looked_after', 'looked_after', 'death', 180, 'destroy', '15 years from a death under 18');
alter table retention_classes enable row level security;
alter table retention_classes force row level security;
create policy reach on retention_classes for select to bridges_reach using (true);
create policy read on retention_classes for select to bridges_app using ((select access.me()) is not null);
grant select on retention_classes to bridges_app, bridges_reach;

create table retention_holds (
  id uuid primary key,
  episode_id uuid not null references episodes on delete restrict,
  reason text not null,
  placed_by uuid not null references practitioners on delete restrict,
  placed_at timestamptz not null,
  lifted_by uuid references practitioners on delete restrict,
  lifted_at timestamptz,
  lifted_because text,
  check (num_nulls(lifted_by, lifted_at, lifted_because) in (0, 3))
);
create unique index retention_holds_one on retention_holds (episode_id) where lifted_at is null;
create index retention_holds_episode on retention_holds (episode_id);
call access.guard_episode_table('retention_holds', 'retention.manage', 'retention.manage', 'retention.manage',
  'lifted_by, lifted_at, lifted_because');
create policy placed on retention_holds as restrictive for insert to bridges_app
  with check (placed_by = (select access.me()) and lifted_at is null);
create policy once on retention_holds as restrictive for update to bridges_app
  using (lifted_at is null) with check (lifted_by = (select access.me()));

-- What the rules are measured against, for each closed episode. Where several children were helped together the youngest
-- decides; a death ends what counts birthdays only where there is no other child.
create view access.retention_facts as
select e.id as episode_id, coalesce(c.closed_on, platform.london_date(e.closed_at)) as closed_on,
  (select max(coalesce(k.date_of_birth, k.expected_date)) from public.episode_children f
    join public.children k on k.id = f.child_id where f.episode_id = e.id) as youngest_born_on,
  case when c.reason = 'DIED' and (select count(*) from public.episode_children f where f.episode_id = e.id) = 1
    then c.closed_on end as died_on,
  coalesce(r.last_contact_on, c.closed_on, platform.london_date(e.closed_at)) as last_contact_on,
  array_remove(array['every_episode',
    case when c.reason = 'STEP_UP_CIN' or exists (select from public.step_ups u
      where u.episode_id = e.id and u.outcome = 'accepted') then 'child_in_need' end,
    case when c.reason = 'STEP_UP_CP' then 'child_protection' end,
    case when c.reason = 'STEP_UP_CLA' then 'looked_after' end], null) as kinds
from public.episodes e
left join public.closures c on c.episode_id = e.id
left join public.episode_records r on r.episode_id = e.id
where e.closed_at is not null;

create view access.retention_dates as
select f.episode_id, r.class, r.trigger, r.months, r.action, r.source, f.closed_on,
  (t.day + make_interval(months => r.months))::date as due_on
from access.retention_facts f
join public.retention_classes r on r.applies_to = any(f.kinds)
cross join lateral (select case r.trigger
  when 'closure' then f.closed_on
  when 'date_of_birth' then case when f.died_on is null then f.youngest_born_on end
  when 'eighteenth_birthday' then
    case when f.died_on is null then (f.youngest_born_on + make_interval(months => 216))::date end
  when 'death' then f.died_on
  when 'last_contact' then f.last_contact_on end) t (day)
where t.day is not null;

-- The longest that applies wins; it is never before the closure itself.
create view access.retention as
select distinct on (d.episode_id) d.episode_id, d.class, d.trigger, d.months, d.action, d.source,
  greatest(d.due_on, d.closed_on) as due_on
from access.retention_dates d
where d.action in ('review', 'destroy')
order by d.episode_id, d.due_on desc, d.class collate "C", d.trigger collate "C";
alter view access.retention_facts owner to bridges_reach;
alter view access.retention_dates owner to bridges_reach;
alter view access.retention owner to bridges_reach;

create function access.is_held(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from public.retention_holds h where h.episode_id = episode and h.lifted_at is null) $$;
alter function access.is_held(uuid) owner to bridges_reach;

-- Until when, because of what, for whoever may know: every date that applies, and which one wins.
create function access.retention_of(episode uuid)
  returns table (class text, trigger text, months integer, action text, source text, due_on date, wins boolean, held boolean)
  language sql stable security definer set search_path = ''
  as $$
    select d.class, d.trigger, d.months, d.action, d.source,
      case when w.episode_id is null then d.due_on else w.due_on end, w.episode_id is not null, access.is_held(episode)
    from access.retention_dates d
    left join access.retention w on w.episode_id = d.episode_id and w.class = d.class and w.trigger = d.trigger
      and w.action = d.action
    where d.episode_id = episode and episode = any(array(select access.may('retention.read')))
    order by 7 desc, 6 desc, 1, 2
  $$;
grant execute on function access.retention_of(uuid) to bridges_app;
alter function access.retention_of(uuid) owner to bridges_reach;

insert into access.bundle_parts (relation, place, title, condition) values
  ('public.retention_holds', 43, 'Holds', 't.episode_id = any($2)');
