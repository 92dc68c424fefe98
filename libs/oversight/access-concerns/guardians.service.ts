import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, invalidField, isId, newId, now, db, query } from '#libs/platform';
import { Guardian } from './access-concern.entities.js';

/**
 * Guardians whom the administrator's agency named to review how its people open records; without one, the governance
 * lead does.
 */
@Injectable()
export class GuardiansService {
  async named(): Promise<{ id: string; name: string; namedAt: Date } | null> {
    const [guardian] = await query<{
      id: string;
      name: string;
      namedAt: Date;
    }>(NAMED, [actor().agencyId]);
    return guardian ?? null;
  }

  /** Names one of the agency's people in place of the present guardian; null leaves it to the governance lead. */
  async name(practitionerId: string | null): Promise<void> {
    const { agencyId } = actor();
    if (practitionerId !== null && !(await this.worksHere(practitionerId)))
      throw invalidField('practitionerId', 'Select a person in your agency');
    await db().query(
      'update guardians set ended_at = greatest($2, named_at) where agency_id = $1 and ended_at is null',
      [agencyId, now()],
    );
    if (practitionerId !== null)
      await db().insert(Guardian, {
        id: newId(),
        agencyId,
        practitionerId,
        namedBy: actor().practitionerId,
        namedAt: now(),
        endedAt: null,
      });
    await audit('name guardian', 'guardian', practitionerId ? { subjectId: practitionerId } : {});
  }

  private async worksHere(id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const [{ works }] = (await query<{ works: boolean }>('select access.works_for($1, $2) as works', [
      id,
      actor().agencyId,
    ])) as [{ works: boolean }];
    return works;
  }
}

const NAMED = `
  select p.id, p.name, g.named_at from guardians g join practitioners p on p.id = g.practitioner_id
  where g.agency_id = $1 and g.ended_at is null`;
