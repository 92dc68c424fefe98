-- Counts for whoever may know no family: small numbers are kept back, and with them whatever would give them away by
-- subtraction. Every table divides the same families, so that one total stands under all of them.
create function access.figures(divided_by text) returns table (key text, name text, families integer)
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  area uuid := (select a.authority_id from access.actor() a);
  everyone integer;
begin
  if not access.allows('figures.read') or area is null or divided_by not in ('level', 'locality', 'agency_kind') then return; end if;
  select count(*) into everyone from public.episodes e where e.authority_id = area and e.closed_at is null;
  return query
    with open_now as (
      select e.id, e.locality_id, g.kind, r.level
      from public.episodes e join public.agencies g on g.id = e.opening_agency_id
      left join public.episode_records r on r.episode_id = e.id
      where e.authority_id = area and e.closed_at is null
    ), named as (
      select l.number::text as key, l.name, l.number::text as place from public.levels_of_need l where divided_by = 'level'
      union all select c.id::text, c.name, c.name from public.localities c where divided_by = 'locality' and c.authority_id = area
      union all select distinct g.kind, g.kind, g.kind from public.agencies g where divided_by = 'agency_kind' and g.authority_id = area
      union all select 'none', 'Not known', 'zzz' where divided_by <> 'agency_kind'
    ), counted as (
      select n.key, n.name, n.place, count(o.id)::integer as many
      from named n left join open_now o on n.key = case divided_by
        when 'level' then coalesce(o.level::text, 'none')
        when 'locality' then coalesce(o.locality_id::text, 'none')
        else o.kind end
      group by n.key, n.name, n.place
    ), ranked as (
      select c.*, row_number() over smallest as rank, coalesce(sum(c.many) over (smallest rows between unbounded preceding and 1 preceding), 0) as before,
        bool_or(c.many < 5) over () as any_small
      from counted c where c.many > 0
      window smallest as (order by c.many, c.place, c.key)
    ), kept as (
      -- Kept back: what is small, and the next smallest until at least two cells and ten families are kept back together.
      select r.key from ranked r where everyone < 10 or (r.any_small and (r.many < 5 or r.rank <= 2 or r.before < 10))
    )
    select c.key, c.name, case when everyone < 10 or c.key in (select k.key from kept k) then null else c.many end
    from counted c order by c.place, c.key;
  return query select 'total'::text, 'All open episodes'::text, case when everyone < 10 then null else everyone end;
end $$;
grant execute on function access.figures(text) to bridges_app;
alter function access.figures(text) owner to bridges_reach;
