import type { Pool } from 'pg';
import { HeldBack, holdBack, holdingBack, isHeldBack } from './held-back.js';

const pool = (): Pool =>
  holdingBack({ query: (text: unknown) => text, connect: () => 'a client' } as unknown as Pool);

describe('while acts are held back', () => {
  it('work is told so, and afterwards no longer', async () => {
    expect(isHeldBack()).toBe(false);
    expect(await holdBack(async () => isHeldBack())).toEqual({ result: true, heldBack: true });
    expect(await holdBack(async () => 'asks nothing')).toEqual({ result: 'asks nothing', heldBack: false });
    expect(isHeldBack()).toBe(false);
  });

  it('a pool outside the unit of work reads and does not write', async () => {
    const held = <T>(work: (auth: Pool) => T) => holdBack(async () => work(pool()));
    expect((await held((auth) => auth.query('  select 1'))).result).toBe('  select 1');
    for (const text of [
      'insert into t',
      'update t',
      'delete from t',
      'with x as (delete from t) select 1',
      '',
    ])
      await expect(held((auth) => auth.query(text))).rejects.toThrow(HeldBack);
    await expect(held((auth) => auth.query({ text: 'update t' }))).rejects.toThrow(HeldBack);
    await expect(held((auth) => auth.connect())).rejects.toThrow(HeldBack);
  });

  it('elsewhere it does both', () => {
    expect(pool().query('update t')).toBe('update t');
    expect(pool().connect()).toBe('a client');
  });
});
