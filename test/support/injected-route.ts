import 'reflect-metadata';
import { Controller, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { inSavepoint, isSerializationFailure, db } from '#libs/platform';
import { ApiModule } from '../../apps/bridges/src/api/api.module.js';
import type { BridgesRequest } from '../../apps/bridges/src/http/request.js';
import type { ApiClient } from './api-client.js';

export interface InjectedResult {
  readonly rows?: readonly Record<string, unknown>[];
  /** The database's answer, verbatim: more than the program ever shows. */
  readonly error?: string;
}

/** The widest possible injection: a signed-in person runs any SQL in the unit of work of their own request. */
@Controller('api/v1/injected')
class InjectedController {
  @Post()
  @Allow('directory.read')
  async run(@Req() request: BridgesRequest): Promise<{ told: InjectedResult[] }> {
    const { attacks } = request.body as { attacks: string[][] };
    const told: InjectedResult[] = [];
    for (const texts of attacks) told.push(await outcomeOf(texts));
    return { told };
  }
}

async function outcomeOf(texts: readonly string[]): Promise<InjectedResult> {
  try {
    let rows: unknown;
    // Undo settings and declarations of one attack before the next.
    await inSavepoint(async () => {
      for (const text of texts) rows = await db().query(text);
      throw new Undone();
    }).catch((thrown: unknown) => {
      if (!(thrown instanceof Undone)) throw thrown;
    });
    return { rows: (Array.isArray(rows) ? rows : []) as Record<string, unknown>[] };
  } catch (error) {
    if (isSerializationFailure(error)) throw error;
    return { error: (error as Error).message };
  }
}

class Undone extends Error {}

/** Adds the route to the API of this process before the test app opens. The shipped program never has it. */
export function addInjectedRoute(): void {
  const module = ApiModule as unknown as object;
  const controllers = Reflect.getMetadata('controllers', module) as unknown[];
  Reflect.defineMetadata('controllers', [...controllers, InjectedController], module);
}

export async function injected(
  client: ApiClient,
  attacks: readonly (readonly string[])[],
): Promise<InjectedResult[]> {
  const answer = await client.post('/injected', { attacks });
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return (answer.body as { told: InjectedResult[] }).told;
}
