import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { type Colleague, ColleaguesService } from '#libs/directory';
import {
  actor,
  conflict,
  forbidden,
  invalidField,
  isId,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { ShieldName } from './shield.entities.js';
import { isInForce } from './shield.rules.js';
import { type ShieldView, ShieldsReadingService } from './shields-reading.service.js';

/**
 * People who must still know where a protected child is. Being named grants nothing beyond the practitioner's own
 * reach.
 */
@Injectable()
export class ShieldNamesService {
  constructor(
    private readonly reading: ShieldsReadingService,
    private readonly colleagues: ColleaguesService,
    private readonly messages: MessagesService,
  ) {}

  /** Names a practitioner. 409 when they are named already or the shield has ended. */
  async name(shieldId: string, practitionerId: string): Promise<string> {
    const shield = await this.findNameable(shieldId);
    if (shield.names.some((one) => one.practitioner.id === practitionerId && !one.endedAt))
      throw conflict('This person has already been added.');
    const id = await this.write({ id: shieldId, childId: shield.child.id }, practitionerId);
    await audit('name on shield', 'shield', { childId: shield.child.id, subjectId: shieldId });
    return id;
  }

  /** From their next query on, the person no longer sees the protected details. */
  async unname(shieldId: string, nameId: string): Promise<ShieldView> {
    const shield = await this.findNameable(shieldId);
    const shieldName = isId(nameId) ? await db().findOneBy(ShieldName, { id: nameId, shieldId }) : null;
    if (!shieldName) throw unreachable();
    if (shieldName.endedAt) throw conflict('This person has already been removed.');
    await db().update(ShieldName, { id: nameId }, { endedAt: now() });
    await audit('take name off shield', 'shield', { childId: shield.child.id, subjectId: shield.id });
    return this.reading.find(shield.id);
  }

  /** People who work with the child now, as far as the reader may know: suggestions, the lead first. */
  suggestions(
    childId: string,
  ): Promise<(Pick<Colleague, 'id' | 'name' | 'jobTitle'> & { leads: boolean })[]> {
    return query(SUGGESTIONS, [childId, actor().practitionerId]);
  }

  /** Writes the row only: for a new shield, whose permission was checked already. */
  async write(shield: { id: string; childId: string }, practitionerId: string): Promise<string> {
    if (!(await this.colleagues.find(practitionerId)))
      throw invalidField('practitionerIds', 'Select people from the directory');
    const id = newId();
    await db().insert(ShieldName, {
      ...{ id, shieldId: shield.id, childId: shield.childId, practitionerId },
      ...{ namedBy: actor().practitionerId, namedAt: now(), endedAt: null },
    });
    await this.messages.send(
      practitionerId,
      'You can still see a protected address',
      'A child’s contact details are protected. You can still see them. Do not pass them on, and do not write them in notes.',
      `/children/${shield.childId}`,
    );
    return id;
  }

  private async findNameable(shieldId: string): Promise<ShieldView> {
    const shield = await this.reading.find(shieldId);
    if (!isInForce(shield)) throw conflict('This protection is no longer in force.');
    if (!shield.mayName)
      throw forbidden('Only information governance can decide who can see the contact details.');
    return shield;
  }
}

const SUGGESTIONS = `
  select p.id, p.name, p.job_title, bool_or(i.leads) as leads
  from (
    select practitioner_id, episode_id, true as leads from lead_professional_appointments where ended_at is null
    union all select practitioner_id, episode_id, false from team_members where left_at is null
    union all select practitioner_id, episode_id, false from authorships where ended_at is null) i
  join episode_children f on f.episode_id = i.episode_id and f.child_id = $1 and f.ended_at is null
  join practitioners p on p.id = i.practitioner_id and p.id <> $2
  group by p.id, p.name, p.job_title order by bool_or(i.leads) desc, p.name_order, p.id`;
