import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, forbidden, invalid, isId, newId, now, db, unreachable, query } from '#libs/platform';
import { Carer, CarerContacts, ChildCarer } from './carer.entity.js';
import { validateDetails } from './child.rules.js';

interface CarerRelation {
  readonly relationship: string;
  readonly parentalResponsibility: string;
  readonly livesWithChild?: boolean | null;
}
export type CarerDraft = CarerRelation &
  (
    | { readonly carerId: string }
    | ({ readonly name: string } & Partial<
        Pick<Carer, 'firstLanguage' | 'interpreter'> & Omit<CarerContacts, 'carerId'>
      >)
  );
type NewCarer = Exclude<CarerDraft, { carerId: string }>;

export interface CarerOfChild extends CarerRelation {
  readonly id: string;
  readonly name: string;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly firstLanguage: string | null;
  readonly interpreter: string | null;
}

/** Parents and carers, recorded once for siblings. */
@Injectable()
export class CarersService {
  async addCarer(childId: string, draft: CarerDraft): Promise<string> {
    if (!isId(childId)) throw unreachable();
    const [{ may }] = (await query<{ may: boolean }>(
      "select $1::uuid in (select access.may_child('family.edit')) as may",
      [childId],
    )) as [{ may: boolean }];
    if (!may) throw forbidden('You cannot change this record. Ask the lead professional.');
    // A request body of the API has both properties, one of them undefined.
    const carerId =
      'carerId' in draft && draft.carerId ? draft.carerId : await this.recordCarer(draft as NewCarer);
    await db().insert(ChildCarer, {
      childId,
      carerId,
      relationship: draft.relationship,
      parentalResponsibility: draft.parentalResponsibility,
      livesWithChild: draft.livesWithChild ?? null,
      recordedBy: actor().practitionerId,
    });
    await audit('add carer', 'carer', { childId, subjectId: carerId });
    return carerId;
  }

  carersOf(childId: string): Promise<CarerOfChild[]> {
    return query(
      `select c.id, c.name, l.relationship, l.parental_responsibility,
         l.lives_with_child, r.telephone, r.address, r.postcode,
         c.first_language, c.interpreter
       from child_carers l join carers c on c.id = l.carer_id left join carer_contacts r on r.carer_id = c.id
       where l.child_id = $1 order by l.parental_responsibility = 'yes' desc, access.name_order(c.name), c.id`,
      [childId],
    );
  }

  private async recordCarer(draft: NewCarer): Promise<string> {
    const { values, errors } = validateDetails(draft);
    if (errors.length > 0) throw invalid(errors);
    const id = newId();
    await db().insert(Carer, {
      id,
      name: values.name,
      firstLanguage: values.firstLanguage ?? null,
      interpreter: values.interpreter ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
      version: 1,
    });
    const { telephone = null, address = null, postcode = null } = values;
    await db().insert(CarerContacts, { carerId: id, telephone, address, postcode });
    return id;
  }
}
