import { seedId } from './ids.js';
import type { Answer, Api } from './load-stories.js';

export interface RecordedCall {
  readonly instant: Date;
  readonly persona: string;
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly ifMatch: string | undefined;
}

/** A fake API that accepts everything and records the calls, for specs that read the stories. */
export class FakeApi implements Api {
  readonly calls: RecordedCall[] = [];
  private now = new Date(0);
  private made: { id: string; version: number }[] = [];

  at(instant: Date): Promise<void> {
    this.now = instant;
    return Promise.resolve();
  }

  call(persona: string, method: string, path: string, body?: unknown, ifMatch?: string): Promise<Answer> {
    if (method === 'GET') return Promise.resolve({ status: 200, body: { items: this.made }, etag: '"v3"' });
    const asked = (body ?? {}) as Record<string, unknown>;
    this.calls.push({ instant: this.now, persona, method, path, body: asked, ifMatch });
    const row = { id: this.nextId(), version: 1 };
    this.made.push(row);
    const carers = ((asked['carers'] ?? []) as object[]).map((carer) => ({ ...carer, id: this.nextId() }));
    return Promise.resolve({ status: method === 'POST' ? 201 : 200, body: { ...row, carers }, etag: '"v1"' });
  }

  private count = 0;
  private nextId(): string {
    this.count += 1;
    return seedId('account', `pretended ${this.count}`);
  }
}
