import { agreedEpisode, atStatus, type Scenario } from './scenarios.js';
import type { TestApp } from './test-app.js';

export interface Delivering extends Scenario {
  readonly outcomeId: string;
}

/** An episode in delivery: one outcome with starting score 3, and consent for the agencies of these personas. */
export async function deliveringEpisode(
  testApp: TestApp,
  by: string,
  agreedWith: readonly string[] = [],
): Promise<Delivering> {
  const scenario = await agreedEpisode(testApp, by, agreedWith.length > 0 ? agreedWith : [by]);
  await atStatus(testApp, scenario.episodeId, 'assessed');
  const writer = await testApp.as(by);
  const outcome = await writer.post(`/episodes/${scenario.episodeId}/plan/outcomes`, {
    description: 'She comes to school every day',
    everyChildMatters: 'enjoy_and_achieve',
    startingScore: 3,
    targetScore: 8,
  });
  if (outcome.status !== 201) throw new Error(`The outcome was not added: ${outcome.status} ${outcome.text}`);
  const plan = await writer.get(`/episodes/${scenario.episodeId}/plan`);
  return { ...scenario, outcomeId: plan.body.outcomes[0].id as string };
}

/** The test day, plus this many days. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A valid review; each test changes the field it is about. */
export function reviewOf(outcomeId: string, changes: object = {}): object {
  return {
    heldOn: dayFromNow(0),
    kind: 'scheduled',
    peoplePresent: [{ name: 'Invented Mother', role: 'Mother' }],
    whatHasChanged: 'She has come in on four days of five.',
    nextSteps: 'Keep the breakfast club.',
    scores: [
      { outcomeId, scorer: 'child', score: 4 },
      { outcomeId, scorer: 'worker', score: 6, progress: 'Better mornings' },
    ],
    leadConfirmed: true,
    level: 2,
    levelReason: 'Additional needs, met by two services.',
    consentReaffirmed: 'same',
    childComment: 'I like breakfast club.',
    parentCommentMissing: 'absent',
    nextReviewOn: dayFromNow(42),
    ...changes,
  };
}
