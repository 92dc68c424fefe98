import type { Answer } from './api-client.js';
import { dayFromNow, deliveringEpisode, type Delivering } from './delivering.js';
import type { TestApp } from './test-app.js';

/** An episode opened thirty days ago by the school's teacher, shared with the health visitor, who is in the team. */
export async function episodeOfMonthAgo(testApp: TestApp): Promise<Delivering> {
  const episode = await deliveringEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
  const visitor = await testApp.actor('healthVisitor');
  const teacher = await testApp.as('schoolTeacher');
  const joined = await teacher.post(`/episodes/${episode.episodeId}/team`, {
    practitionerId: visitor.practitionerId,
    teamRole: 'member',
  });
  if (joined.status !== 201)
    throw new Error(`The team member was not added: ${joined.status} ${joined.text}`);
  await testApp.asOwner("update episodes set opened_at = opened_at - interval '30 days' where id = $1", [
    episode.episodeId,
  ]);
  return episode;
}

/** A closure because the family could not be contacted, proposed to the school's manager. */
export async function lostContact(
  testApp: TestApp,
  { outcomeId }: Delivering,
  changes: object = {},
): Promise<object> {
  return {
    reason: 'NOT_ENGAGED',
    summary: 'No one has answered for a month.',
    outcomes: [{ outcomeId, result: 'partly', closingScore: 5 }],
    safeguardingChecked: true,
    safeguardingNote: 'Seen at school every day.',
    contactAttempts: [-9, -5, -1].map((day) => ({
      on: dayFromNow(day),
      how: 'Telephone',
      result: 'No answer',
    })),
    familyTold: true,
    familyToldNote: 'By letter to their home.',
    managerId: (await testApp.actor('schoolManager')).practitionerId,
    ...changes,
  };
}

/** The teacher proposes it, or another persona; returns the id of the proposal. */
export async function proposedClosure(
  testApp: TestApp,
  episode: Delivering,
  changes: object = {},
  by = 'schoolTeacher',
): Promise<string> {
  const answer: Answer = await (
    await testApp.as(by)
  ).post(`/episodes/${episode.episodeId}/closure`, await lostContact(testApp, episode, changes));
  if (answer.status !== 201 || answer.body.status !== 'awaiting_approval')
    throw new Error(`The closure was not proposed: ${answer.status} ${answer.text}`);
  return answer.body.proposal.id as string;
}

/** Subjects of this person's messages about this episode. */
export async function subjectsFor(testApp: TestApp, persona: string, episodeId: string): Promise<string[]> {
  const { practitionerId } = await testApp.actor(persona);
  const rows = await testApp.asOwner<{ subject: string }>(
    'select subject from messages where recipient_id = $1 and position($2 in href) > 0 order by sent_at, id',
    [practitionerId, episodeId],
  );
  return rows.map(({ subject }) => subject);
}
