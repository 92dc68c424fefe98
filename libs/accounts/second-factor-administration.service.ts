import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, conflict, db } from '#libs/platform';
import { AccountAdministrationService } from './account-administration.service.js';

/** What an administrator decides about the second step of the people of their agency. */
@Injectable()
export class SecondFactorAdministrationService {
  constructor(private readonly administration: AccountAdministrationService) {}

  /** Removes the second step of a person who lost it, and signs them out everywhere. Throws 409 without one. */
  async remove(practitionerId: string): Promise<void> {
    if (practitionerId === actor().practitionerId)
      throw conflict('You cannot remove your own second step here. Ask another administrator of the agency.');
    await this.administration.assertMayLink(practitionerId);
    const [{ done }] = (await db().query('select access.remove_second_factor($1) as done', [
      practitionerId,
    ])) as [{ done: boolean }];
    if (!done) throw conflict('This person has no second step set up, so there is nothing to remove.');
    await audit('remove second step', 'account', { subjectId: practitionerId });
  }

  async isRequiredOfEveryone(): Promise<boolean> {
    const [{ required }] = (await db().query(
      'select access.agency_requires_second_factor() as required',
    )) as [{ required: boolean }];
    return required;
  }

  /** From the next sign-in on. Roles that always need one are not affected. */
  async requireOfEveryone(required: boolean): Promise<void> {
    const [{ changed }] = (await db().query('select access.require_second_factor($1) as changed', [
      required,
    ])) as [{ changed: boolean }];
    if (changed)
      await audit(required ? 'require second step' : 'end requirement of second step', 'agency', {
        subjectId: actor().agencyId,
      });
  }
}
