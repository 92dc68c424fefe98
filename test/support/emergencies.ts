import type { Answer } from './api-client.js';
import { agreedEpisode, type Scenario } from './scenarios.js';
import type { TestApp } from './test-app.js';

export const ASKING = {
  reasonCode: 'missing',
  reason: 'He did not come home last night; the police ask who knows him.',
  lawfulBasis: 'vital_interests',
  tier: 'T2',
  hours: 4,
};

export async function ask(
  testApp: TestApp,
  who: string,
  episodeId: string,
  changes: object = {},
): Promise<Answer> {
  return (await testApp.as(who)).post(`/episodes/${episodeId}/emergency-access`, { ...ASKING, ...changes });
}

/** An episode of the school, consented for the school alone, and led by the teacher who opened it. */
export async function ledEpisode(testApp: TestApp): Promise<Scenario> {
  const scenario = await agreedEpisode(testApp, 'schoolTeacher', ['schoolTeacher']);
  const teacher = await testApp.as('schoolTeacher');
  const to = `/episodes/${scenario.episodeId}/lead-professional/proposals`;
  const { body } = await teacher.post(to, {
    practitionerId: (await testApp.actor('schoolTeacher')).practitionerId,
    familyPreference: 'Mother asked for her.',
    reason: 'Knows the family best.',
  });
  const accepted = await teacher.post(`${to}/${body.id}/acceptance`);
  if (accepted.status !== 201)
    throw new Error(`The lead was not accepted: ${accepted.status} ${accepted.text}`);
  return scenario;
}

/** An answer without the values that differ between any two requests. */
export const bare = ({ status, text }: { status: number; text: string }) => ({
  status,
  text: text.replace(/urn:uuid:[0-9a-f-]{36}/, '').replace(/nonce="[^"]+"|name="_csrf" value="[^"]+"/g, ''),
});

/** An instant relative to now, in the format of the demo clock. */
export const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
