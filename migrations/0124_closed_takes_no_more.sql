-- What has closed takes no more work: nobody joins it, leads it, stands in or is asked to, the family's ledger takes no
-- new agreement, no panel and no front door is asked about it, nothing is assessed, planned, met about, reviewed or noted.
-- What the family takes back, what protects a child, and what is about the record itself (an emergency, a correction, how
-- long it is kept) still counts. Nobody comes to lead either: they would have to be asked.
do $$
declare subject text;
begin
  foreach subject in array array['team_members', 'lead_professional_proposals', 'lead_professional_deputies', 'consents',
      'checklists', 'assessments', 'assessment_sections', 'assessment_elements', 'level_decisions', 'step_ups', 'panel_items',
      'delivery_plans', 'plan_outcomes', 'plan_actions', 'tac_meetings', 'reviews', 'chronology_notes'] loop
    execute format('create policy still_open on public.%1$I as restrictive for insert to bridges_app
      with check (exists (select from public.episodes e where e.id = %1$I.episode_id and e.closed_at is null))', subject);
  end loop;
end $$;
