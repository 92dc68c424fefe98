import { knownEndings } from './known-endings.js';
import { agreedEpisode, agrees, atStatus, openedEpisode, recordedChild } from './scenarios.js';
import type { TestApp } from './test-app.js';

/** One record of each kind that an operation may be about, so that requests reach as deep as possible. */
export interface KnownRecords {
  /** By the path segment before the id, and by the id's own name. */
  readonly ids: Readonly<Record<string, string>>;
  /** Valid values by field name. */
  readonly known: Readonly<Record<string, unknown>>;
  /** The same, with unique values made different on each call. */
  knownAnew(operation: string, time: number): Readonly<Record<string, unknown>>;
  /** What an operation needs beyond its required fields to succeed. */
  readonly more: Readonly<Record<string, object>>;
  /** Personas who may act on these records, in order of preference. */
  readonly owners: readonly string[];
  /** An episode with the status "checklist". */
  readonly fresh: string;
  /** A path of the API description filled with the ids of these records. */
  address(path: string): string;
}

const NOTHING = '01a20081-4767-7483-8517-69c4e54bd0ce';
const NUMBERS = { telephone: '01632 960111', outOfHoursTelephone: '01632 960222' };
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function knownRecords(testApp: TestApp): Promise<KnownRecords> {
  const visitor = await testApp.as('healthVisitor');
  const post = async (persona: string, path: string, body: object): Promise<string> => {
    const answer = await (await testApp.as(persona)).post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body.id as string;
  };
  const { episodeId, childId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const at = `/episodes/${episodeId}`;
  const teacher = (await testApp.actor('schoolTeacher')).practitionerId;
  const { practitionerId: own, agencyId } = await testApp.actor('healthVisitor');
  await post('healthVisitor', `${at}/team`, { practitionerId: teacher, teamRole: 'member' });
  const proposal = await post('healthVisitor', `${at}/lead-professional/proposals`, {
    practitionerId: own,
    familyPreference: 'Mother asked for her.',
    reason: 'Knows the family best.',
  });
  await visitor.post(`${at}/lead-professional/proposals/${proposal}/acceptance`);
  await atStatus(testApp, episodeId, 'assessed');
  const outcomeId = await post('healthVisitor', `${at}/plan/outcomes`, {
    ...{ description: 'Sleeps at night.', everyChildMatters: 'be_healthy', startingScore: 2 },
  });
  const actionId = await post('healthVisitor', `${at}/plan/actions`, {
    ...{ outcomeId, description: 'Ring the school.', doerName: 'Grandmother', dueOn: inDays(5) },
  });
  const meetingId = await post('healthVisitor', `${at}/meetings`, {
    ...{
      kind: 'review',
      startsAt: `${inDays(7)}T10:00:00Z`,
      place: 'Town hall',
      purpose: 'To look together.',
    },
  });
  const rights = await post('governance', '/rights-requests', {
    ...{ episodeId, childId, kind: 'access', about: 'child', requester: 'Invented Mother' },
    ...{ requesterCapacity: 'parental_responsibility', receivedOn: inDays(-3) },
  });
  const panel = await post('panelChair', '/panels', { name: 'Invented panel', purpose: 'Homes' });
  const panelMeeting = await post('panelChair', `/panels/${panel}/meetings`, { heldOn: inDays(9) });
  const noteId = await post('healthVisitor', `${at}/chronology`, {
    ...{ happenedOn: inDays(-1), category: 'contact', what: 'Spoke with the grandmother.' },
  });
  const { episodeId: fresh } = await openedEpisode(testApp, 'healthVisitor');
  const service = ((await visitor.get('/directory/services?limit=1')).body.items as { id: string }[])[0];
  const team = ((await visitor.get(`/teams?agencyId=${agencyId}`)).body.items as { id: string }[])[0];
  const locality = ((await visitor.get('/localities')).body.items as { id: string }[])[0]!.id;
  const colleague = await post('agencyAdministrator', '/practitioners', {
    ...{ name: 'Invented Colleague', jobTitle: 'Health visitor', role: 'practitioner' },
  });
  await post('agencyAdministrator', '/teams', { name: 'Invented team' });
  const unopened = await recordedChild(testApp, 'healthVisitor');
  const question = await post('schoolTeacher', '/index-questions', {
    ...{
      givenNames: 'Nonesuch',
      familyName: 'Invented',
      dateOfBirth: '2014-01-01',
      reason: 'Asks for help.',
    },
  });
  const { proposal: closure, closed, unsafe, concern } = await knownEndings(testApp);
  const ids: Record<string, string> = {
    ...{
      episodes: episodeId,
      children: childId,
      consents: consentId,
      agencies: agencyId,
      practitioners: colleague,
    },
    ...{
      outcomes: outcomeId,
      actions: actionId,
      meetings: meetingId,
      'rights-requests': rights,
      panels: panel,
    },
    ...{ 'panel-meetings': panelMeeting, 'watch-rules': 'many_records', 'index-questions': question },
    ...{ 'closure-proposals': closure, 'safety-concerns': concern, localities: locality },
    ...(service ? { services: service.id } : {}),
    ...(team ? { teams: team.id } : {}),
  };
  const known: Record<string, unknown> = {
    ...{
      today: inDays(0),
      agencyId,
      localityId: locality,
      episodeId,
      childId,
      outcomeId,
      childIds: [unopened],
    },
    ...{
      practitionerId: teacher,
      supporterId: teacher,
      auditorId: teacher,
      subjectId: outcomeId,
      role: 'practitioner',
    },
    ...{ dueOn: inDays(6), beginsOn: inDays(1), endsOn: inDays(8), startsAt: `${inDays(8)}T10:00:00Z` },
    ...{ tiers: ['T0', 'T1'], topics: [], doerPractitionerId: null, left: true, name: 'Invented Name' },
  };
  const more: Record<string, object> = {
    'POST /api/v1/children': { dateOfBirth: '2016-05-05' },
    'POST /api/v1/children/{id}/carers': { name: 'Invented Carer' },
    'POST /api/v1/episodes/{id}/consents': {
      ...{ decision: 'given', decidedBy: 'Invented Mother', capacity: 'parental_responsibility' },
      ...{
        agencies: [{ agencyId: (await testApp.actor('schoolTeacher')).agencyId, tiers: ['T0'], topics: [] }],
      },
      ...{ limitsExplained: true, form: 'written' },
    },
    'POST /api/v1/episodes/{id}/disclosures': {
      ...{ decision: 'not_shared', reason: 'Not needed.', toName: 'A landlord', tiers: ['T1'] },
      ...{ familyTold: 'told', familyToldNote: 'On the telephone.' },
    },
    'POST /api/v1/audits': { auditorId: (await testApp.actor('qualityAuditor')).practitionerId },
    'POST /api/v1/episodes/{episodeId}/team': {
      practitionerId: (await testApp.actor('schoolNurse')).practitionerId,
    },
    'POST /api/v1/episodes/{episodeId}/safety-concerns/{concernId}/answer': {
      actionAt: `${inDays(-1)}T10:00:00Z`,
    },
    'PUT /api/v1/settings/front-doors/area': NUMBERS,
    'PUT /api/v1/settings/front-doors/localities/{localityId}': NUMBERS,
    'PUT /api/v1/settings/information-sharing': { goldenRulesEdition: '2024' },
    'POST /api/v1/episodes/{id}/corrections': { subjectKind: 'chronology_note', subjectId: noteId },
    'PATCH /api/v1/rights-requests/{id}': { details: 'More of it.' },
    'POST /api/v1/episodes/{episodeId}/plan/actions': { doerName: 'Grandmother' },
    'POST /api/v1/episodes/{id}/reviews': {
      ...{ scores: [], childComment: 'Fine', parentComment: 'Better', nextReviewOn: inDays(30) },
    },
    'POST /api/v1/episodes/{id}/closure': {
      ...{ reason: 'NEEDS_MET', outcomes: [], finalLevel: null },
    },
    'POST /api/v1/episodes/{episodeId}/step-ups': { familyAgreement: 'agreed' },
    'PUT /api/v1/episodes/{episodeId}/checklist': { answers: { healthy: { answer: 'yes' } } },
  };
  const address = (path: string): string =>
    path
      .replace(/\/episodes\/\{(?:id|episodeId)\}\/(checklist|assessment)/, `/episodes/${fresh}/$1`)
      .replace('/episodes/{id}/closure/undoing', `/episodes/${closed}/closure/undoing`)
      .replace('/episodes/{episodeId}/safety-concerns', `/episodes/${unsafe}/safety-concerns`)
      .replace(/\/episodes\/\{id\}\/closure/, `/episodes/${closing}/closure`)
      .replace(/\/([\w-]+)\/\{\w+\}/g, (_all, kind: string) => `/${kind}/${ids[kind] ?? NOTHING}`);
  const { episodeId: closing } = await openedEpisode(testApp, 'healthVisitor');
  await atStatus(testApp, closing, 'delivering');
  const knownAnew = (operation: string, time: number): Record<string, unknown> => ({
    ...known,
    ...{
      name: `Invented ${operation} ${time}`.slice(0, 100),
      familyName: `Invented${'abcdefghijklmnopqrstuvwxyz'.charAt(time).repeat(12)}`,
    },
  });
  await agrees(testApp, fresh, 'healthVisitor', ['schoolTeacher']);
  const owners = ['healthVisitor', 'agencyAdministrator', 'governance', 'panelChair', 'schoolManager'];
  return { ids, known, knownAnew, more, owners, fresh, address };
}
