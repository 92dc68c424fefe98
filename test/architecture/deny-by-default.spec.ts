import 'reflect-metadata';
import { ALLOWED, mayEver, OPEN } from '#libs/access';
import { keysOf, PRACTITIONER_ROLES } from '#libs/terms';
import { ApiModule } from '../../apps/bridges/src/api/api.module.js';
import { HealthController } from '../../apps/bridges/src/api/health.controller.js';
import { PagesModule } from '../../apps/bridges/src/pages/pages.module.js';

type Class = { name: string; prototype: object };
interface Route {
  readonly name: string;
  readonly open: boolean;
  readonly permission: string | undefined;
}

/** Every route of every controller that the program serves, found from its modules. */
const routes = [
  ...controllersIn(ApiModule as unknown as Class),
  ...controllersIn(PagesModule as unknown as Class),
  HealthController as unknown as Class,
].flatMap(routesOf);

function controllersIn(module: Class, seen = new Set<Class>()): Class[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const own = (Reflect.getMetadata('controllers', module) as Class[] | undefined) ?? [];
  const imported = (Reflect.getMetadata('imports', module) as Class[] | undefined) ?? [];
  return [
    ...own,
    ...imported.filter((one) => typeof one === 'function').flatMap((one) => controllersIn(one, seen)),
  ];
}

function routesOf(controller: Class): Route[] {
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = (controller.prototype as Record<string, object>)[name]!;
    if (name === 'constructor' || Reflect.getMetadata('path', handler) === undefined) return [];
    const of = (key: string): unknown =>
      Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    return [
      {
        name: `${controller.name}.${name}`,
        open: of(OPEN) === true,
        permission: of(ALLOWED) as string | undefined,
      },
    ];
  });
}

test('every route says who may use it', () => {
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter((route) => !route.open && !route.permission)).toEqual([]);
});

test('every permission that a route names is held by some role', () => {
  const held = (permission: string): boolean =>
    keysOf(PRACTITIONER_ROLES).some((role) => mayEver(role, permission as never));
  expect(routes.filter((route) => route.permission && !held(route.permission))).toEqual([]);
});

test('only these routes are open to strangers', () => {
  expect(
    routes
      .filter((route) => route.open)
      .map((route) => route.name)
      .sort(),
  ).toEqual([
    'DemoController.list',
    'DemoController.moveClock',
    'DemoController.outbox',
    'HealthController.live',
    'HealthController.ready',
    'SessionController.signIn',
    'SignInController.show',
    'SignInController.signIn',
    'SignInController.signOut',
    'StaticController.accessibility',
    'StaticController.help',
    'StaticController.privacy',
  ]);
});
