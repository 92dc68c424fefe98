import { Injectable } from '@nestjs/common';
import { actor, db, invalidField, isId } from '#libs/platform';
import { AgenciesService } from './agencies.service.js';
import { Locality, Team } from './directory.entities.js';
import { rolesGivenBy } from './people.rules.js';

/** Which roles, teams and localities the administrator's agency can give. */
@Injectable()
export class PostRolesService {
  constructor(private readonly agencies: AgenciesService) {}

  /** 422 beside the field unless the agency may give this role, in one of its teams, with the locality that it needs. */
  async assertAllowed(role: string, teamId: string | null, localityId: string | null): Promise<void> {
    const { kind } = await this.agencies.find(actor().agencyId);
    if (!(rolesGivenBy(kind) as readonly string[]).includes(role))
      throw invalidField(
        'role',
        'Select a role your agency can give. Only children’s services can give other roles',
      );
    if (teamId && !(isId(teamId) && (await db().existsBy(Team, { id: teamId, agencyId: actor().agencyId }))))
      throw invalidField('teamId', 'Select a team in your own agency');
    if (localityId && !(isId(localityId) && (await db().existsBy(Locality, { id: localityId }))))
      throw invalidField('localityId', 'Select a locality');
    if (role === 'coordinator' && !localityId)
      throw invalidField('localityId', 'Select the locality they coordinate');
  }
}
