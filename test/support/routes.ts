import 'reflect-metadata';
import { ApiModule } from '../../apps/bridges/src/api/api.module.js';
import { HealthController } from '../../apps/bridges/src/api/health.controller.js';
import { PagesModule } from '../../apps/bridges/src/pages/pages.module.js';

type Class = { name: string; prototype: object };
interface Route {
  /** Controller and handler, for messages. */
  readonly name: string;
  /** HTTP verb as Nest numbers it (RequestMethod). */
  readonly method: number;
  readonly path: string;
  metadata(key: string): unknown;
}

/** Every route that the program serves, read from its modules so that a new one cannot be forgotten. */
export const apiRoutes = routesIn(ApiModule as unknown as Class);
export const pageRoutes = routesIn(PagesModule as unknown as Class);
export const allRoutes = [...apiRoutes, ...pageRoutes, ...routesOf(HealthController as unknown as Class)];

function routesIn(module: Class): Route[] {
  return controllersIn(module, new Set()).flatMap(routesOf);
}

function controllersIn(module: Class, seen: Set<Class>): Class[] {
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
  const base = String(Reflect.getMetadata('path', controller) ?? '');
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = (controller.prototype as Record<string, object>)[name]!;
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    if (name === 'constructor' || path === undefined) return [];
    return [
      {
        name: `${controller.name}.${name}`,
        method: Reflect.getMetadata('method', handler) as number,
        path: `/${base}/${path}`.replace(/\/+/g, '/'),
        metadata: (key: string): unknown =>
          Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller),
      },
    ];
  });
}
