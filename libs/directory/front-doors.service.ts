import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  changeVersioned,
  type FieldError,
  invalid,
  newId,
  now,
  db,
  stale,
  query,
} from '#libs/platform';
import { FrontDoor } from './front-door.entity.js';

export interface FrontDoorDraft {
  readonly name: string;
  readonly telephone: string;
  readonly hours: string;
  readonly outOfHoursTelephone: string;
}
interface FrontDoorView extends FrontDoorDraft {
  readonly id: string;
  /** Null: the whole area, except localities with numbers of their own. */
  readonly locality: { readonly id: string; readonly name: string } | null;
  readonly version: number;
}

const TELEPHONE = /^\+?[0-9][0-9 ]{5,24}$/;

/** The telephone numbers of social care's front door in this area, by day and out of hours. */
@Injectable()
export class FrontDoorsService {
  /** The numbers of the reader's own area, the whole area first. */
  list(): Promise<FrontDoorView[]> {
    return query(LIST, [actor().agencyId]);
  }

  /**
   * Sets the numbers of the area, or of one of its localities; `seenVersion` is 0 where there are none yet. 412 when
   * they changed meanwhile, 422 beside a field that cannot be a telephone number. Only for system administrators.
   */
  async setNumbers(localityId: string | null, seenVersion: number, draft: FrontDoorDraft): Promise<void> {
    const errors = validateFrontDoor(draft);
    if (localityId && !(await this.isOfArea(localityId)))
      errors.push({ field: 'localityId', message: 'Select a locality in this area' });
    if (errors.length > 0) throw invalid(errors);
    const before = (await this.list()).find(({ locality }) => (locality?.id ?? null) === localityId);
    const set = {
      name: draft.name.trim(),
      telephone: draft.telephone.trim(),
      hours: draft.hours.trim(),
      outOfHoursTelephone: draft.outOfHoursTelephone.trim(),
      changedBy: actor().practitionerId,
      changedAt: now(),
    };
    if (before) await changeVersioned(FrontDoor, { id: before.id }, seenVersion, set);
    else if (seenVersion === 0) await this.add(localityId, set);
    else throw stale();
    await audit('change front door numbers', 'settings', { detail: { localityId } });
  }

  private async add(
    localityId: string | null,
    set: FrontDoorDraft & Pick<FrontDoor, 'changedBy' | 'changedAt'>,
  ): Promise<void> {
    const [{ authorityId }] = (await query<{ authorityId: string }>(
      'select authority_id from agencies where id = $1',
      [actor().agencyId],
    )) as [{ authorityId: string }];
    await db().insert(FrontDoor, { id: newId(), authorityId, localityId, ...set, version: 1 });
  }

  private async isOfArea(localityId: string): Promise<boolean> {
    const rows = (await db().query(
      'select from localities l join agencies g on g.authority_id = l.authority_id where l.id = $1 and g.id = $2',
      [localityId, actor().agencyId],
    )) as unknown[];
    return rows.length > 0;
  }
}

function validateFrontDoor(draft: FrontDoorDraft): FieldError[] {
  return [
    ...(draft.name.trim() ? [] : [{ field: 'name', message: 'Enter the name of the team' }]),
    ...(TELEPHONE.test(draft.telephone.trim())
      ? []
      : [{ field: 'telephone', message: 'Enter the daytime telephone number, such as 0116 496 0000' }]),
    ...(draft.hours.trim() ? [] : [{ field: 'hours', message: 'Enter when the daytime number is answered' }]),
    ...(TELEPHONE.test(draft.outOfHoursTelephone.trim())
      ? []
      : [
          {
            field: 'outOfHoursTelephone',
            message: 'Enter the out of hours telephone number, such as 0116 496 0000',
          },
        ]),
  ];
}

const LIST = `
  select d.id, d.name, d.telephone, d.hours, d.out_of_hours_telephone, d.version,
    case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as locality
  from front_doors d join agencies g on g.authority_id = d.authority_id and g.id = $1
  left join localities l on l.id = d.locality_id
  order by access.name_order(l.name) nulls first`;
