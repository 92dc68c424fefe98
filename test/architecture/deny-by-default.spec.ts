import { ALLOWED, ALLOWED_SERVICE, mayEver, OPEN } from '#libs/access';
import { keysOf, PRACTITIONER_ROLES } from '#libs/terms';
import { allRoutes } from '../support/routes.js';

const routes = allRoutes.map((route) => ({
  name: route.name,
  open: route.metadata(OPEN) === true,
  permission: route.metadata(ALLOWED) as string | undefined,
  service: route.metadata(ALLOWED_SERVICE) as string | undefined,
}));

test('every route says who may use it', () => {
  expect(routes.length).toBeGreaterThan(150);
  expect(routes.filter((route) => !route.open && !route.permission && !route.service)).toEqual([]);
});

test('every permission that a route requires is held by some role', () => {
  const held = (permission: string): boolean =>
    keysOf(PRACTITIONER_ROLES).some((role) => mayEver(role, permission as never));
  expect(routes.filter((route) => route.permission && !held(route.permission))).toEqual([]);
});

test('only these routes are for systems of an agency, with a service token, and no person uses them', () => {
  const forServices = routes.filter((route) => route.service);
  expect(
    forServices.filter(({ open, permission, service }) => open || permission || service !== 'people'),
  ).toEqual([]);
  expect(forServices.map((route) => route.name).sort()).toEqual([
    'ScimDiscoveryController.configuration',
    'ScimDiscoveryController.resourceType',
    'ScimDiscoveryController.resourceTypes',
    'ScimDiscoveryController.schema',
    'ScimDiscoveryController.schemas',
    'ScimUsersController.change',
    'ScimUsersController.create',
    'ScimUsersController.delete',
    'ScimUsersController.list',
    'ScimUsersController.read',
    'ScimUsersController.replace',
  ]);
});

test('only these routes are open without signing in', () => {
  const open = routes.filter((route) => route.open).map((route) => route.name);
  expect(open.sort()).toEqual([
    'AccountsApiController.accept',
    'AccountsApiController.use',
    'CalendarController.read',
    'DemoController.list',
    'DemoController.moveClock',
    'DemoController.outbox',
    'ForgottenPasswordController.request',
    'ForgottenPasswordController.show',
    'HealthController.live',
    'HealthController.ready',
    'InvitationsController.accept',
    'InvitationsController.show',
    'PasskeySignInController.show',
    'PasskeySignInController.signIn',
    'PasswordResetController.show',
    'PasswordResetController.use',
    'ProviderSignInController.accept',
    'ProviderSignInController.begin',
    'ProviderSignInController.endAtProvider',
    'ProviderSignInController.finish',
    'ProviderSignInController.signOut',
    'SecondStepController.askCode',
    'SecondStepController.checkCode',
    'SecondStepSetUpController.setUp',
    'SecondStepSetUpController.showSetUp',
    'SessionController.signIn',
    'SignInController.show',
    'SignInController.signIn',
    'SignInController.signOut',
    'StaticController.accessibility',
    'StaticController.help',
    'StaticController.privacy',
  ]);
});
