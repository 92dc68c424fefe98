import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, changeVersioned, db, isId, londonDate, newId, now, unreachable } from '#libs/platform';
import { Agency, LevelOfNeed, Locality, Team } from './directory.entities.js';
import { assertNotListed } from './same-person.js';

export interface AgencyDraft {
  readonly name: string;
  readonly kind: string;
  readonly telephone?: string | null;
  /** An agency of the same words is another one. */
  readonly otherAgencyConfirmed?: boolean;
}

/** Agencies and their teams, the localities they serve and the names they use for the levels of need. */
@Injectable()
export class AgenciesService {
  /** Every agency, closed ones too: earlier records name them. */
  list(filter: { kind?: string; name?: string } = {}): Promise<Agency[]> {
    const query = db()
      .createQueryBuilder(Agency, 'agency')
      .orderBy('access.name_order(agency.name)')
      .addOrderBy('agency.id');
    if (filter.kind) query.andWhere('agency.kind = :kind', { kind: filter.kind });
    if (filter.name) query.andWhere('access.name_has(agency.name, :name)', { name: filter.name });
    return query.getMany();
  }

  /** Agencies that have not closed, which something new may name. */
  async open(filter: { name?: string } = {}): Promise<Agency[]> {
    const today = londonDate(now());
    return (await this.list(filter)).filter(({ endedOn }) => endedOn === null || endedOn >= today);
  }

  async find(id: string): Promise<Agency> {
    const agency = isId(id) ? await db().findOneBy(Agency, { id }) : null;
    if (!agency) throw unreachable();
    return agency;
  }

  async add({ otherAgencyConfirmed, ...draft }: AgencyDraft): Promise<string> {
    if (!otherAgencyConfirmed) await assertNotListed(draft.name);
    const id = newId();
    const { authorityId } = await this.find(actor().agencyId);
    await db().insert(Agency, {
      id,
      authorityId,
      telephone: null,
      ...draft,
      sensitive: false,
      beganOn: null,
      endedOn: null,
      successorId: null,
      demo: false,
      version: 1,
    });
    await audit('add agency', 'agency', { subjectId: id });
    return id;
  }

  async change(id: string, version: number, changes: Partial<AgencyDraft>): Promise<void> {
    await changeVersioned(Agency, { id: (await this.find(id)).id }, version, changes);
    await audit('change agency', 'agency', { subjectId: id });
  }

  teams(agencyId?: string): Promise<Team[]> {
    if (agencyId !== undefined && !isId(agencyId)) return Promise.resolve([]);
    const query = db()
      .createQueryBuilder(Team, 'team')
      .orderBy('access.name_order(team.name)')
      .addOrderBy('team.id');
    if (agencyId) query.where('team.agencyId = :agencyId', { agencyId });
    return query.getMany();
  }

  async addTeam(draft: { name: string; localityId?: string | null }): Promise<string> {
    const id = newId();
    await db().insert(Team, { id, agencyId: actor().agencyId, localityId: null, ...draft, version: 1 });
    await audit('add team', 'team', { subjectId: id });
    return id;
  }

  async changeTeam(
    id: string,
    version: number,
    changes: { name?: string; localityId?: string | null },
  ): Promise<void> {
    const team = isId(id) ? await db().findOneBy(Team, { id, agencyId: actor().agencyId }) : null;
    if (!team) throw unreachable();
    await changeVersioned(Team, { id }, version, changes);
    await audit('change team', 'team', { subjectId: id });
  }

  localities(): Promise<Locality[]> {
    return db()
      .createQueryBuilder(Locality, 'locality')
      .orderBy('access.name_order(locality.name)')
      .getMany();
  }

  levels(): Promise<LevelOfNeed[]> {
    return db().find(LevelOfNeed, { order: { number: 'ASC' } });
  }
}
