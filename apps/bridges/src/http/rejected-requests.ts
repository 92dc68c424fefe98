import { Injectable, Logger } from '@nestjs/common';
import { actor, newId, now, db, UnitOfWork } from '#libs/platform';
import type { BridgesRequest } from './request.js';

const NAMED = /\/([a-z][a-z-]*)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?=[/?]|$)/i;
const KEPT = new Set([403, 404]);

/**
 * Records a signed-in practitioner's rejected request with the requested id, in the same way whether or not the id
 * exists.
 */
@Injectable()
export class RejectedRequests {
  private readonly log = new Logger('RejectedRequests');

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Never throws: the refusal is answered even if it cannot be recorded. */
  async keep(request: BridgesRequest, status: number): Promise<void> {
    const [, kind, id] = NAMED.exec(request.originalUrl) ?? [];
    if (!request.actor || !kind || !id || !KEPT.has(status)) return;
    const { method, requestId } = request;
    try {
      await this.unitOfWork.run(request.actor, () => write(kind, id, status, method, requestId));
    } catch (error) {
      this.log.error('A rejected request could not be recorded', { requestId, error });
    }
  }
}

async function write(
  kind: string,
  id: string,
  status: number,
  method: string,
  requestId: string,
): Promise<void> {
  const { practitionerId, agencyId, role } = actor();
  await db().query(
    `insert into audit.refusals (id, at, practitioner_id, agency_id, role, status, method, subject_kind, subject_id, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [newId(), now(), practitionerId, agencyId, role, status, method, kind, id, requestId],
  );
}
