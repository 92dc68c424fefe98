import { CONFIRMED } from '../../apps/bridges/src/http/confirmed-recently.js';
import { allRoutes } from '../support/routes.js';

test('these, and no other, ask a person to confirm who they are', () => {
  const confirmed = allRoutes.filter((route) => route.metadata(CONFIRMED) === true).map(({ name }) => name);
  expect(confirmed.sort()).toEqual([
    'AccessConcernsApiController.change',
    'AccessLogApiController.erase',
    'AccessLogApiController.export',
    'AccessLogController.erase',
    'AccessLogController.export',
    'AccountsApiController.suspend',
    'AccountsApiController.takeUp',
    'AgencyClosuresApiController.agree',
    'AgencyClosuresApiController.agreeOwn',
    'AgencyClosuresApiController.propose',
    'AgencyClosuresController.agree',
    'AgencyClosuresController.propose',
    'AskInEmergencyController.ask',
    'AskInEmergencyController.show',
    'ConfirmIdentityController.goOn',
    'CopiesApiController.copy',
    'CopiesController.copy',
    'CopiesController.pdf',
    'CopiesController.text',
    'CopiesController.word',
    'EmergencyAccessApiController.ask',
    'FrontDoorsApiController.setForArea',
    'FrontDoorsApiController.setForLocality',
    'IdentityLinksController.link',
    'IdentityLinksController.unlink',
    'IdentityProvidersApiController.add',
    'IdentityProvidersApiController.change',
    'IdentityProvidersApiController.link',
    'IdentityProvidersApiController.unlink',
    'InvitedPostsController.takeUp',
    'OwnAccessApiController.createToken',
    'OwnAccessApiController.endSession',
    'OwnClosureController.agree',
    'PasskeysController.add',
    'PasskeysController.remove',
    'PasskeysController.showNew',
    'PeopleAccountsController.removeSecondFactor',
    'PeopleAccountsController.suspend',
    'PersonalTokensController.create',
    'RequestsController.bundle',
    'RetentionApiController.answer',
    'RetentionApiController.propose',
    'RetentionController.answer',
    'RetentionController.propose',
    'RightsRequestsApiController.bundle',
    'SecondFactorApiController.begin',
    'SecondFactorApiController.confirm',
    'SecondFactorController.begin',
    'SecondFactorController.confirm',
    'SecondFactorController.showSetUp',
    'SecondStepApiController.removeLost',
    'SecondStepApiController.setRule',
    'SecondStepRequiredController.change',
    'ServiceTokensController.create',
    'ServiceTokensController.end',
    'SessionsController.end',
    'SessionsController.endOthers',
    'SharingSettingsApiController.change',
    'SharingSettingsApiController.changeAgency',
    'SharingSettingsController.change',
    'SharingSettingsController.changeAgency',
    'SharingSettingsController.changeFrontDoor',
    'SingleSignOnController.add',
    'SingleSignOnController.change',
    'WatchRulesController.change',
  ]);
});

const GET = 0;
/** What none may do with a computer that was left unlocked, by the permission it needs. */
const ALWAYS = new Set(['settings.change', 'watch.set', 'log.erase', 'destruction.answer']);

test('every change of a setting, every erasure and every answer to a destruction does', () => {
  const changing = allRoutes.filter(
    (route) => route.method !== GET && ALWAYS.has(String(route.metadata('bridges:allowed'))),
  );
  expect(changing.length).toBeGreaterThan(10);
  expect(changing.filter((route) => route.metadata(CONFIRMED) !== true).map(({ name }) => name)).toEqual([]);
});
