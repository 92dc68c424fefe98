import { episodeOfMonthAgo, proposedClosure } from '../../support/closing.js';
import { dayFromNow, type Delivering } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const dated = (name: string, date: string): Record<string, string> => {
  const [year, month, day] = date.split('-').map(Number);
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
};
const place = ({ episodeId }: Delivering): string => `/episodes/${episodeId}/closure`;
async function typed(
  { outcomeId }: Delivering,
  changes: Record<string, string> = {},
): Promise<Record<string, string>> {
  const attempts = [-9, -5, -1].map((day, index) => ({
    ...dated(`attempt-${index}-on`, dayFromNow(day)),
    [`attempt-${index}-how`]: 'Telephone',
    [`attempt-${index}-result`]: `No answer, call ${index + 1}`,
  }));
  return {
    reason: 'NOT_ENGAGED',
    ...dated('closedOn', dayFromNow(0)),
    summary: 'No one has answered for a month.',
    [`result-${outcomeId}`]: 'partly',
    [`score-${outcomeId}`]: '5',
    safeguardingChecked: 'yes',
    safeguardingNote: 'Seen at school every day.',
    ...Object.assign({}, ...attempts),
    familyTold: 'yes',
    familyToldNote: 'By letter to their home.',
    managerId: (await testApp.actor('schoolManager')).practitionerId,
    ...changes,
  };
}

test('a worker proposes, sees who has to approve, and the manager approves in their own session', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const teacher = await testApp.browse('schoolTeacher');
  const form = (await teacher.get(place(episode))).text;
  expect(form).toContain('3 people will be told when it closes');
  expect(form).toContain('undo it for 28 days');
  expect((await teacher.submit(place(episode), await typed(episode))).location).toBe(place(episode));
  const waiting = (await teacher.get(place(episode))).text;
  expect(waiting).toContain('It is waiting for Desmond Farthingale to approve it.');
  expect(waiting).toContain('Withdraw this proposal');
  expect(waiting).not.toContain('Approve and close this episode');
  const overview = (await (await testApp.browse('healthVisitor')).get(`/episodes/${episode.episodeId}`)).text;
  expect(overview).toContain('Read the proposed closure');

  const manager = await testApp.browse('schoolManager');
  expect((await manager.get('/')).text).toContain(`href="${place(episode)}"`);
  const approvalPage = (await manager.get(place(episode))).text;
  for (const words of ['No answer, call 2', 'By letter to their home.', 'Seen at school every day.'])
    expect(approvalPage).toContain(words);
  const recipientCount = Number(/(\d+) people will be told when you approve/.exec(approvalPage)![1]);
  const [proposal] = await testApp.asOwner<{ id: string }>(
    'select id from closure_proposals where episode_id = $1',
    [episode.episodeId],
  );
  const before = await messages();
  const approved = await manager.submit(
    `${place(episode)}/proposals/${proposal!.id}/approval`,
    {},
    place(episode),
  );
  expect(approved.location).toBe(place(episode));
  expect((await messages()) - before).toBe(recipientCount);
  const closed = (await manager.get(place(episode))).text;
  expect(closed).toContain('Approved by Desmond Farthingale');
  expect(closed).toContain('Undo this closure');
});

async function messages(): Promise<number> {
  const [row] = await testApp.asOwner<{ count: number }>('select count(*)::int as count from messages');
  return row!.count;
}

test('the number of people on the page is the number who are told', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const teacher = await testApp.browse('schoolTeacher');
  const [, number] = /(\d+) (?:person|people) will be told when it closes/.exec(
    (await teacher.get(place(episode))).text,
  )!;
  const before = await messages();
  const changes = { reason: 'NEEDS_MET', managerId: '' };
  expect((await teacher.submit(place(episode), await typed(episode, changes))).status).toBe(303);
  expect((await messages()) - before).toBe(Number(number));
});

test('each error is shown beside its field, and everything typed is kept', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const teacher = await testApp.browse('schoolTeacher');
  const sameDay = Object.assign({}, ...[0, 1, 2].map((index) => dated(`attempt-${index}-on`, dayFromNow(0))));
  const refused = await teacher.submit(
    place(episode),
    await typed(episode, { ...sameDay, familyToldNote: '', managerId: '' }),
  );
  expect(refused.status).toBe(422);
  for (const words of [
    'Enter attempts at contact on at least 3 different days',
    'Enter how they were told, or select No and enter why not',
    'Select the manager who will approve this closure',
    'No one has answered for a month.',
    'No answer, call 2',
  ])
    expect(refused.text).toContain(words);
  const ahead = await teacher.submit(
    place(episode),
    await typed(episode, dated('attempt-1-on', dayFromNow(2))),
  );
  expect([ahead.status, ahead.text.includes('The date of the attempt must be')]).toEqual([422, true]);
});

test('a proposal that was sent back is filled in again, with the reason', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const id = await proposedClosure(testApp, episode);
  const manager = await testApp.browse('schoolManager');
  const answer = `${place(episode)}/proposals/${id}/return`;
  const blank = await manager.submit(answer, { reason: '' }, place(episode));
  expect([blank.status, blank.text.includes('Enter why you are sending it back')]).toEqual([422, true]);
  const back = await manager.submit(answer, { reason: 'Visit the home first.' }, place(episode));
  expect(back.location).toBe(`/episodes/${episode.episodeId}`);
  const form = (await (await testApp.browse('schoolTeacher')).get(place(episode))).text;
  for (const words of [
    'Visit the home first.',
    'No one has answered for a month.',
    'By letter to their home.',
  ])
    expect(form).toContain(words);
});

test('at level 4 the page says what would help, and offers no form', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const raised = await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episode.episodeId}/step-ups`, { reason: 'Bruises.', familyAgreement: 'agreed' });
  await (
    await testApp.as('frontDoor')
  ).post(`/episodes/${episode.episodeId}/step-ups/${raised.body.id}/outcome`, {
    outcome: 'accepted',
    reason: 'Section 47.',
  });
  const teacher = await testApp.browse('schoolTeacher');
  const { status, text } = await teacher.get(place(episode));
  expect(status).toBe(200);
  expect(text).toContain('Only social care’s front door can end level 4');
  expect(text).not.toContain('Why are you closing it?');
  expect((await teacher.submit(place(episode), await typed(episode))).status).toBe(422);
});

test('a manager undoes a closure from its page; others are told whom to ask', async () => {
  const episode = await episodeOfMonthAgo(testApp);
  const id = await proposedClosure(testApp, episode);
  await (await testApp.as('schoolManager')).post(`/closure-proposals/${id}/approval`);
  const teacher = await testApp.browse('schoolTeacher');
  const seen = (await teacher.get(place(episode))).text;
  expect(seen).toContain('Ask a manager who can see this record');
  expect(seen).not.toContain('Why are you undoing the closure?');
  const manager = await testApp.browse('schoolManager');
  const undo = `${place(episode)}/undoing`;
  expect((await manager.submit(undo, { reason: '' }, place(episode))).text).toContain(
    'Enter why you are undoing the closure',
  );
  const undone = await manager.submit(undo, { reason: 'The mother rang.' }, place(episode));
  expect(undone.location).toBe(`/episodes/${episode.episodeId}`);
  expect((await teacher.get(`/episodes/${episode.episodeId}/chronology`)).text).toContain(
    'Closure undone. The episode is open again: The mother rang.',
  );
});
