import { atStatus } from './scenarios.js';
import type { TestApp } from './test-app.js';

/** Closes an episode, so that it can be destroyed when its date has come. */
export async function closeEpisode(testApp: TestApp, episodeId: string): Promise<void> {
  const { practitionerId } = await testApp.actor('healthVisitor');
  await atStatus(testApp, episodeId, 'delivering');
  await testApp.asOwner(
    `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
     values (gen_random_uuid(), $1, current_date, 'NEEDS_MET', 'Invented summary', true, $2, now())`,
    [episodeId, practitionerId],
  );
}

/** Proposes that a record is destroyed; returns the id of the proposal. */
export async function proposeDestruction(
  testApp: TestApp,
  persona: string,
  episodeId: string,
): Promise<string> {
  const { practitionerId } = await testApp.actor(persona);
  const [{ id }] = (await testApp.asOwner<{ id: string }>('select gen_random_uuid() as id')) as [
    { id: string },
  ];
  await testApp.sql(
    persona,
    `insert into destruction_proposals (id, episode_id, reason, proposed_by, proposed_at)
     values ($1, $2, 'Its time has come', $3, now())`,
    [id, episodeId, practitionerId],
  );
  return id;
}

/** Approves a proposal, which destroys the record. */
export async function destroyEpisode(testApp: TestApp, persona: string, proposalId: string): Promise<void> {
  await testApp.sql(persona, 'select access.destroy_episode($1)', [proposalId]);
}
