import { Injectable } from '@nestjs/common';
import { ROLES_OF_REACH } from '#libs/access';
import { AgreedScope } from '#libs/casework/information-sharing';
import { type Colleague, ColleaguesService } from '#libs/directory';
import { conflict, invalidField, isId, db, ProblemError } from '#libs/platform';

/** Practitioners who may be asked to work with a family: only those who may see the record. */
@Injectable()
export class InviteesService {
  constructor(
    private readonly colleagues: ColleaguesService,
    private readonly agreed: AgreedScope,
  ) {}

  /**
   * The colleague, as a member of the agency that the family agreed to. 422 beside `field` when there is no such
   * person, 409 when the family has not agreed to any agency they work for, or has excluded them.
   */
  async colleague(
    episodeId: string,
    practitionerId: string,
    field: string,
    agencyId?: string,
  ): Promise<Colleague> {
    const agencies = await this.agenciesOf(practitionerId, agencyId);
    if (agencies.length === 0) throw invalidField(field, 'Select a practitioner who works with families');
    const agency = await this.firstAgreed(episodeId, practitionerId, agencies);
    return (await this.colleagues.find(practitionerId, agency))!;
  }

  /**
   * As `colleague`, but for a practitioner who can see the record already: through their work with the family, their
   * agency's agreement or as coordinator of the locality. 409 when they cannot yet.
   */
  async insider(episodeId: string, practitionerId: string, field: string): Promise<Colleague> {
    const coordinates = isId(practitionerId) && (await this.coordinates(episodeId, practitionerId));
    const coordinator = coordinates ? await this.colleagues.find(practitionerId) : null;
    const colleague = coordinator ?? (await this.colleague(episodeId, practitionerId, field));
    await this.assertSeesRecord(episodeId, practitionerId);
    return colleague;
  }

  /** 409 unless the colleague can see at least the basics (T1) now. */
  async assertSeesRecord(episodeId: string, practitionerId: string): Promise<void> {
    if (((await this.tierOf(episodeId, practitionerId)) ?? 0) < 1)
      throw conflict(
        'This colleague does not work with the family yet, so cannot see the record. Add them to the team first.',
      );
  }

  /** Whether the colleague can see the assessment and plan (T2) now, so that a link to them opens. */
  async seesPlan(episodeId: string, practitionerId: string): Promise<boolean> {
    return (await this.tierOf(episodeId, practitionerId)) === 2;
  }

  /** 409 unless the family agreed that this agency may know the assessment and plan (T2). */
  async assertMaySeePlan(episodeId: string, agencyId: string, name: string): Promise<void> {
    if (!(await this.agreed.tiersOf(episodeId, agencyId)).has(2))
      throw conflict(
        `${name} cannot see the plan, because the family has not agreed to share it with their agency. Ask the family first.`,
      );
  }

  private async firstAgreed(
    episodeId: string,
    practitionerId: string,
    agencies: readonly string[],
  ): Promise<string> {
    let refusal: unknown;
    for (const agency of agencies) {
      try {
        await this.agreed.assertAgreed(episodeId, practitionerId, agency);
        return agency;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }

  private async agenciesOf(practitionerId: string, agencyId?: string): Promise<string[]> {
    if (!isId(practitionerId)) return [];
    const rows = (await db().query(POSTS, [practitionerId, ROLES_OF_REACH.team])) as { id: string }[];
    return rows.map(({ id }) => id).filter((id) => agencyId === undefined || id === agencyId);
  }

  private async tierOf(episodeId: string, practitionerId: string): Promise<number | null> {
    const [row] = (await db().query('select access.tier_of_colleague($1, $2) as tier', [
      episodeId,
      practitionerId,
    ])) as [{ tier: number | null }];
    return row.tier;
  }

  private async coordinates(episodeId: string, practitionerId: string): Promise<boolean> {
    const rows = (await db().query(COORDINATES, [episodeId, practitionerId])) as unknown[];
    return rows.length > 0;
  }
}

const POSTS = `
  select o.agency_id as id from posts o join practitioners p on p.id = o.practitioner_id
  where o.practitioner_id = $1 and o.role = any($2) and platform.is_now(o.began_at, o.ended_at)
    and (p.left_at is null or p.left_at > platform.now())
  group by o.agency_id order by min(o.began_at), o.agency_id`;

const COORDINATES = `
  select 1 from episode_children f join children k on k.id = f.child_id
  join posts o on o.practitioner_id = $2 and o.role = 'coordinator' and o.locality_id = k.locality_id
    and platform.is_now(o.began_at, o.ended_at)
  where f.episode_id = $1 and f.position = 1 and not access.is_excluded($2, $1)`;
