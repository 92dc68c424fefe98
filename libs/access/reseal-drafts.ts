import type { ClientBase } from 'pg';
import { contentKey, seal, unseal } from './authentication/sealed-content.js';

/** The tables with text that its author has not sent, whose it is, and what the key is for. */
const PLACES = [
  { table: 'public.drafts', owner: 'practitioner_id', use: 'drafts' },
  { table: 'auth.kept_inputs', owner: 'account_id', use: 'kept inputs' },
] as const;

/**
 * Encrypts what people have typed and not sent anew when the program's secret changes, or they would lose it. What cannot be
 * opened with the secret until now stays as it is.
 */
export async function resealDrafts(client: ClientBase, from: string, to: string): Promise<void> {
  // Forced for the owner too, and no program serves this database meanwhile.
  await client.query('alter table public.drafts no force row level security');
  for (const { table, owner, use } of PLACES) {
    const { rows } = await client.query<{ id: string; owner: string; content: Buffer }>(
      `select id, ${owner} as owner, content from ${table} for update`,
    );
    for (const row of rows) {
      const text = unseal(row.content, contentKey(from, use, row.id), row.owner);
      if (text === null) continue;
      const content = seal(Buffer.from(text), contentKey(to, use, row.id), row.owner);
      await client.query(`update ${table} set content = $2 where id = $1`, [row.id, content]);
    }
  }
  await client.query('alter table public.drafts force row level security');
}
