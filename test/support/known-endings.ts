import { episodeOfMonthAgo, proposedClosure } from './closing.js';
import { agreedEpisode } from './scenarios.js';
import type { TestApp } from './test-app.js';

interface KnownEndings {
  /** A closure proposal waiting for the school's manager. */
  readonly proposal: string;
  /** A closed episode that the school's manager can reopen by undoing the closure. */
  readonly closed: string;
  /** The health visitor's episode whose checklist says that the child is not safe, and its safety concern. */
  readonly unsafe: string;
  readonly concern: string;
}

export async function knownEndings(testApp: TestApp): Promise<KnownEndings> {
  return {
    proposal: await proposedClosure(testApp, await episodeOfMonthAgo(testApp)),
    closed: await closedEpisode(testApp),
    ...(await unsafeEpisode(testApp)),
  };
}

async function closedEpisode(testApp: TestApp): Promise<string> {
  const { episodeId, outcomeId } = await episodeOfMonthAgo(testApp);
  const answer = await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episodeId}/closure`, {
    reason: 'NEEDS_MET',
    summary: 'Done.',
    outcomes: [{ outcomeId, result: 'achieved', closingScore: 9 }],
    familyTold: true,
  });
  if (answer.status !== 201) throw new Error(`It was not closed: ${answer.status} ${answer.text}`);
  return episodeId;
}

async function unsafeEpisode(testApp: TestApp): Promise<Pick<KnownEndings, 'unsafe' | 'concern'>> {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.as('healthVisitor');
  const answers = { safe_from_harm: { answer: 'no', note: 'Bruises on both arms' } };
  const answer = await visitor.put(`/episodes/${episodeId}/checklist`, { answers }, { ifMatch: '"v0"' });
  if (answer.status !== 200) throw new Error(`No concern was raised: ${answer.status} ${answer.text}`);
  const { items } = (await visitor.get(`/episodes/${episodeId}/safety-concerns`)).body as {
    items: { id: string }[];
  };
  return { unsafe: episodeId, concern: items[0]!.id };
}
