import type { Answer } from './api-client.js';
import type { TestApp } from './test-app.js';

export interface Scenario {
  readonly episodeId: string;
  readonly childId: string;
}
let born = 0;

/** The answer to recording a unique invented child with their own birthday; 409 where they are like another child. */
export async function recordChild(testApp: TestApp, by: string, more: object = {}): Promise<Answer> {
  return (await testApp.as(by)).post('/children', { ...(await uniqueChild(testApp, by)), ...more });
}

/** The id of a unique invented child. Invented children are alike: each is said to be another. */
export async function recordedChild(testApp: TestApp, by: string, more: object = {}): Promise<string> {
  const child = { ...(await uniqueChild(testApp, by)), ...more };
  const recorder = await testApp.as(by);
  let answer = await recorder.post('/children', child);
  const alike = (answer.body.current?.possibleDuplicates ?? []) as { id: string }[];
  if (alike.length > 0)
    answer = await recorder.post('/children', { ...child, notTheSameAs: alike.map(({ id }) => id) });
  if (answer.status !== 201) throw new Error(`The child was not recorded: ${answer.status} ${answer.text}`);
  return answer.body.id as string;
}

async function uniqueChild(testApp: TestApp, by: string) {
  const localities = (await (await testApp.as(by)).get('/localities')).body.items as {
    id: string;
    name: string;
  }[];
  const home = localities.find((locality) => locality.name === 'North West Leicestershire')!;
  // After the twelfth of a month, so that no two are the same with day and month changed over.
  const birthday = new Date(
    Date.UTC(2015 - Math.floor(born / 192), Math.floor(born / 16) % 12, 13 + (born % 16)),
  );
  born += 1;
  return {
    givenNames: `Test${born}`,
    familyName: 'Invented',
    sex: 'F',
    dateOfBirth: birthday.toISOString().slice(0, 10),
    localityId: home.id,
  };
}

/** A newly opened episode with the status "checklist". */
export async function openedEpisode(testApp: TestApp, by: string): Promise<Scenario> {
  const childId = await recordedChild(testApp, by);
  const answer = await (
    await testApp.as(by)
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  if (answer.status !== 201) throw new Error(`The episode was not opened: ${answer.status} ${answer.text}`);
  return { episodeId: answer.body.id as string, childId };
}

/** The family consents to these tiers for the agencies of these personas. */
export async function agrees(
  testApp: TestApp,
  episodeId: string,
  by: string,
  personas: readonly string[],
  tiers = ['T0', 'T1', 'T2'],
  more: object = {},
): Promise<string> {
  const agencies = [];
  for (const persona of personas)
    agencies.push({ agencyId: (await testApp.actor(persona)).agencyId, tiers, topics: [] });
  const answer = await (
    await testApp.as(by)
  ).post(`/episodes/${episodeId}/consents`, {
    purpose: 'share_plan',
    decision: 'given',
    agencies,
    decidedBy: 'Invented Mother',
    capacity: 'parental_responsibility',
    limitsExplained: true,
    form: 'written',
    ...more,
  });
  if (answer.status !== 201)
    throw new Error(`The agreement was not recorded: ${answer.status} ${answer.text}`);
  return answer.body.id as string;
}

/** An episode shared with the agencies of these personas. */
export async function agreedEpisode(
  testApp: TestApp,
  by: string,
  personas: readonly string[],
  tiers?: string[],
): Promise<Scenario & { consentId: string }> {
  const scenario = await openedEpisode(testApp, by);
  return { ...scenario, consentId: await agrees(testApp, scenario.episodeId, by, personas, tiers) };
}

/** Moves an episode to a status directly in the database, for tests of later stages. */
export async function atStatus(testApp: TestApp, episodeId: string, status: string): Promise<void> {
  await testApp.asOwner('alter table episode_records disable trigger check_episode_transition');
  await testApp.asOwner('update episode_records set status = $2 where episode_id = $1', [episodeId, status]);
  await testApp.asOwner('alter table episode_records enable trigger check_episode_transition');
}
