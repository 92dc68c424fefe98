import { db } from '#libs/platform';

/**
 * After an ending that took a person's way to the family (a membership, a consent, an appointment): what they were to do
 * there passes to the successor, or to the person who answers for the family, and both are notified.
 */
export async function settleWork(episodeId: string, successorId: string | null = null): Promise<void> {
  await db().query('select access.settle_work($1, $2)', [episodeId, successorId]);
}
