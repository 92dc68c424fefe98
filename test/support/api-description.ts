import { RequestMethod } from '@nestjs/common';
import request from 'supertest';
import { type Permission, mayEver } from '#libs/access';
import { apiRoutes } from './routes.js';
import type { TestApp } from './test-app.js';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly $ref?: string;
}
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}
export interface Operation {
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly query: readonly Parameter[];
  /** Null for an operation that takes no body. */
  readonly body: Schema | null;
  /** The permission that the operation needs; undefined if it is open without signing in. */
  readonly permission: Permission | undefined;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation in the API description, with schema references resolved. */
export async function describedOperations(testApp: TestApp): Promise<Operation[]> {
  const { body } = await request(testApp.server).get('/api/v1/openapi.json');
  const { paths, components } = body as Document;
  const whole = (schema: Schema): Schema => {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    const target = name === undefined ? schema : components.schemas[name];
    if (!target) throw new Error(`${schema.$ref} is described nowhere`);
    return {
      ...target,
      ...(target.items ? { items: whole(target.items) } : {}),
      ...(target.properties
        ? {
            properties: Object.fromEntries(
              Object.entries(target.properties).map(([key, one]) => [key, whole(one)]),
            ),
          }
        : {}),
    };
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return {
        ...{ name: `${method.toUpperCase()} ${path}`, method: method as Operation['method'], path },
        query: parameters.filter((parameter) => parameter.in === 'query'),
        body: schema ? whole(schema) : null,
        permission: permissionOf(method, path),
      };
    }),
  );
}

/** Whether a person of this role may send the operation at all, regardless of reach. */
export const mayTry = ({ permission }: Operation, role: string): boolean =>
  permission === undefined || mayEver(role, permission);

function permissionOf(method: string, path: string): Permission | undefined {
  const route = apiRoutes.find(
    (one) =>
      RequestMethod[one.method] === method.toUpperCase() &&
      one.path.replace(/:(\w+)/g, '{$1}').replace(/\/$/, '') === path,
  );
  if (!route) throw new Error(`${method} ${path} is described, but not served`);
  return route.metadata('bridges:allowed') as Permission | undefined;
}
