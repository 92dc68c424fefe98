import type { TestApp } from './test-app.js';
import { openedEpisode } from './scenarios.js';

type Client = Awaited<ReturnType<TestApp['as']>>;

/** A complete checklist that decides on a common assessment. */
export const CHECKLIST = {
  answers: {
    healthy: { answer: 'yes' },
    safe_from_harm: { answer: 'yes' },
    learning_and_developing: { answer: 'no', note: 'Behind in reading' },
    positive_impact: { answer: 'not_sure' },
    free_from_poverty: { answer: 'yes' },
  },
  extraHelp: 'Someone who knows about reading',
  assessmentWouldHelp: 'yes',
  existingAssessment: 'none',
  discussedWithChild: true,
  discussedWithParent: true,
  decision: 'common_assessment',
  decidedOn: '2020-01-06',
  complete: true,
};

export const saveChecklist = (client: Client, id: string, changes: object = {}) =>
  client.put(`/episodes/${id}/checklist`, { ...CHECKLIST, ...changes }, { ifMatch: '"v0"' });

/** The teacher's episode after a complete checklist. */
export async function registeredEpisode(testApp: TestApp): Promise<{ id: string; teacher: Client }> {
  const { episodeId: id } = await openedEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  await saveChecklist(teacher, id);
  return { id, teacher };
}
