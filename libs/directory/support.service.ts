import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, conflict, invalidField, isId, newId, now, db, unreachable, query } from '#libs/platform';
import { SupportNaming } from './support-naming.entity.js';

export interface Supporting {
  readonly id: string;
  readonly practitioner: { readonly id: string; readonly name: string; readonly jobTitle: string };
  readonly supporter: { readonly id: string; readonly name: string; readonly jobTitle: string };
  readonly team: string;
  readonly namedAt: Date;
}

/**
 * Business support has the access of the practitioner in their own team who named them, until either of the two ends
 * it.
 */
@Injectable()
export class SupportService {
  /** Current delegations in which the signed-in person is the practitioner or the supporter. */
  async mine(): Promise<Supporting[]> {
    return query(`${NAMINGS} order by p.name_order, s.name_order, n.id`);
  }

  /** Business support in the practitioner's own team. */
  candidates(): Promise<{ id: string; name: string; jobTitle: string }[]> {
    return query(
      `select p.id, p.name, p.job_title from posts o join practitioners p on p.id = o.practitioner_id
       where o.team_id = $1 and o.role = 'business_support' and platform.is_now(o.began_at, o.ended_at)
         and (p.left_at is null or p.left_at > platform.now()) and p.id <> $2
       group by p.id order by p.name_order, p.id`,
      [actor().teamId, actor().practitionerId],
    );
  }

  /** Names a supporter from the practitioner's own team. 422 for anyone else, 409 the second time. */
  async name(supporterId: string): Promise<Supporting> {
    if (!(await this.candidates()).some(({ id }) => id === supporterId))
      throw invalidField('supporterId', 'Select someone from business support in your own team');
    const already = (await this.mine()).some(
      ({ practitioner, supporter }) =>
        practitioner.id === actor().practitionerId && supporter.id === supporterId,
    );
    if (already) throw conflict('You have already added this person.');
    const id = newId();
    await db().insert(SupportNaming, {
      id,
      practitionerId: actor().practitionerId,
      supporterId,
      teamId: actor().teamId!,
      namedAt: now(),
      endedAt: null,
    });
    await audit('name supporter', 'support naming', { subjectId: id });
    return this.find(id);
  }

  /** Ends it, and the access that the supporter had through it. */
  async end(id: string): Promise<Supporting> {
    const naming = await this.find(id);
    await db().update(SupportNaming, { id }, { endedAt: now() });
    await audit('end support', 'support naming', { subjectId: id });
    return naming;
  }

  /** For each of these episodes, the practitioner through whom the signed-in supporter has access. */
  async throughWhom(episodeIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ id: string; name: string }>(
      `select e as id, p.name from unnest($1::uuid[]) e join practitioners p on p.id = access.supported_practitioner_on(e)`,
      [episodeIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async find(id: string): Promise<Supporting> {
    const [naming] = isId(id) ? await query<Supporting>(`${NAMINGS} and n.id = $1`, [id]) : [];
    if (!naming) throw unreachable();
    return naming;
  }
}

const NAMINGS = `
  select n.id, n.named_at, t.name as team,
    json_build_object('id', p.id, 'name', p.name, 'jobTitle', p.job_title) as practitioner,
    json_build_object('id', s.id, 'name', s.name, 'jobTitle', s.job_title) as supporter
  from support_namings n
  join practitioners p on p.id = n.practitioner_id join practitioners s on s.id = n.supporter_id join teams t on t.id = n.team_id
  where n.ended_at is null`;
