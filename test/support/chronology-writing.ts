import type { Fields } from './forms.js';
import { openTestAppWithJobs } from './jobs.js';
import { openedEpisode, type Scenario } from './scenarios.js';
import type { TestApp } from './test-app.js';

/** The practitioner who opened the episode and writes in its chronology. */
export const WRITER = 'healthVisitor';

/** A program that runs jobs, and a family with the page on which the practitioner writes about it. */
export async function openChronology(): Promise<{ testApp: TestApp; episode: Scenario; page: string }> {
  const testApp = await openTestAppWithJobs();
  const episode = await openedEpisode(testApp, WRITER);
  return { testApp, episode, page: `/episodes/${episode.episodeId}/chronology` };
}

/** What is typed into the form of a note. */
export const chronologyNote = (what: string): Fields => ({
  ...{ what: [what], significance: ['Sleep'], category: ['other'], topic: [''] },
  ...{ 'happenedOn-day': ['3'], 'happenedOn-month': ['3'], 'happenedOn-year': ['2026'] },
});
