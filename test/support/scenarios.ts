import type { World } from './world.js';

export interface Scenario {
  readonly episodeId: string;
  readonly childId: string;
}
let born = 0;

/** A child nobody else has: invented, with a birthday of their own. */
export async function recordedChild(world: World, by: string, more: object = {}): Promise<string> {
  const recorder = await world.as(by);
  const localities = (await recorder.get('/localities')).body.items as { id: string; name: string }[];
  const home = localities.find((locality) => locality.name === 'North West Leicestershire')!;
  const birthday = new Date(Date.UTC(2015, 0, 1 + born++)).toISOString().slice(0, 10);
  const answer = await recorder.post('/children', {
    givenNames: `Test${born}`,
    familyName: 'Invented',
    sex: 'F',
    dateOfBirth: birthday,
    localityId: home.id,
    ...more,
  });
  if (answer.status !== 201) throw new Error(`The child was not recorded: ${answer.status} ${answer.text}`);
  return answer.body.id as string;
}

/** An episode just opened: at its checklist. */
export async function openedEpisode(world: World, by: string): Promise<Scenario> {
  const childId = await recordedChild(world, by);
  const answer = await (
    await world.as(by)
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  if (answer.status !== 201) throw new Error(`The episode was not opened: ${answer.status} ${answer.text}`);
  return { episodeId: answer.body.id as string, childId };
}

/** The family agrees that the agencies of these personas may know these tiers. */
export async function agrees(
  world: World,
  episodeId: string,
  by: string,
  personas: readonly string[],
  tiers = ['T0', 'T1', 'T2'],
  more: object = {},
): Promise<string> {
  const agencies = [];
  for (const persona of personas)
    agencies.push({ agencyId: (await world.actor(persona)).agencyId, tiers, topics: [] });
  const answer = await (
    await world.as(by)
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

/** An episode that the family agreed to share with the agencies of these personas. */
export async function agreedEpisode(
  world: World,
  by: string,
  personas: readonly string[],
  tiers?: string[],
): Promise<Scenario & { consentId: string }> {
  const scenario = await openedEpisode(world, by);
  return { ...scenario, consentId: await agrees(world, scenario.episodeId, by, personas, tiers) };
}

/** Takes an episode to a status by the shortest way, straight in the database: for tests of what comes after. */
export async function atStatus(world: World, episodeId: string, status: string): Promise<void> {
  await world.truth('alter table episode_records disable trigger check_episode_transition');
  await world.truth('update episode_records set status = $2 where episode_id = $1', [episodeId, status]);
  await world.truth('alter table episode_records enable trigger check_episode_transition');
}
