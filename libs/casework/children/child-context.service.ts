import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  db,
  forbidden,
  givenFields,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { checkLocalReference } from '#libs/terms';
import { ChildImmigrationStatus, ChildReference, ChildSchool } from './child-context.entities.js';
import { type SchoolDraft, validateSchool } from './child-context.rules.js';
import { ChildContacts } from './child.entity.js';
import { ChildrenService } from './children.service.js';
import { contactsProtected } from './contacts.js';

/** What a child has several of over the years, as far as the reader may know it. */
export interface ChildContext {
  readonly schools: readonly ChildSchool[];
  readonly references: readonly ChildReference[];
  /** The latest first; empty for a reader without the topic, as for a child of whom nothing was recorded. */
  readonly immigration: readonly ImmigrationStatement[];
}
interface ImmigrationStatement {
  readonly id: string;
  readonly status: string;
  readonly note: string | null;
  readonly recordedAt: Date;
}

/** Schools, numbers in other systems and immigration status. */
@Injectable()
export class ChildContextService {
  constructor(private readonly children: ChildrenService) {}

  async contextOf(childId: string): Promise<ChildContext> {
    const schools = await db().find(ChildSchool, { where: { childId } });
    const references = await db().find(ChildReference, {
      where: { childId },
      order: { system: 'ASC', id: 'ASC' },
    });
    return {
      schools: schools.sort(byTime),
      references: references.filter(({ endedAt }) => endedAt === null),
      immigration: await query<ImmigrationStatement>(
        `select id, status, note, recorded_at from child_immigration_statuses
         where child_id = $1 order by recorded_at desc, id desc`,
        [childId],
      ),
    };
  }

  async recordImmigrationStatus(
    childId: string,
    { status, note }: { status: string; note?: string | null },
  ): Promise<string> {
    await this.permit(childId);
    const id = newId();
    await db().insert(ChildImmigrationStatus, { id, childId, status, note: note ?? null, ...byMe() });
    await audit('record immigration status', 'child', { childId });
    return id;
  }

  /** Records a school or setting. One that has not ended becomes the school that the child goes to now. */
  async addSchool(childId: string, draft: SchoolDraft): Promise<string> {
    await this.permitContacts(childId);
    const id = newId();
    await db().insert(ChildSchool, { id, childId, ...checkedSchool(draft), ...byMe() });
    if (!draft.untilOn) await db().update(ChildContacts, { childId }, { educationSetting: draft.setting });
    await audit('record school', 'child', { childId });
    return id;
  }

  /** Corrects or ends a school. What is left out stays as it is. */
  async changeSchool(childId: string, id: string, changes: Partial<SchoolDraft>): Promise<void> {
    await this.permitContacts(childId);
    const school = await this.school(childId, id);
    const changed = checkedSchool({ ...school, ...givenFields(changes) });
    await db().update(ChildSchool, { id }, changed);
    if (!school.untilOn)
      await db().update(
        ChildContacts,
        { childId, educationSetting: school.setting },
        { educationSetting: changed.untilOn ? null : changed.setting },
      );
    await audit('change school', 'child', { childId });
  }

  /** The school, for a reader who may know where the child is; otherwise 404. */
  async school(childId: string, id: string): Promise<ChildSchool> {
    const school = isId(id) ? await db().findOneBy(ChildSchool, { id, childId }) : null;
    if (!school) throw unreachable();
    return school;
  }

  async addReference(childId: string, draft: { system: string; number: string }): Promise<string> {
    await this.permitContacts(childId);
    const checked = checkLocalReference(draft.number);
    if (!checked.ok) throw invalidField('number', checked.message);
    const { system } = draft;
    await this.assertFree(childId, system, checked.value);
    const id = newId();
    await db().insert(ChildReference, {
      id,
      childId,
      system,
      number: checked.value,
      endedAt: null,
      ...byMe(),
    });
    await audit('record reference', 'child', { childId });
    return id;
  }

  /** Takes away a number that was wrong or is no longer used; it stays in the record as ended. */
  async endReference(childId: string, id: string): Promise<void> {
    await this.permitContacts(childId);
    const reference = isId(id) ? await db().findOneBy(ChildReference, { id, childId }) : null;
    if (!reference) throw unreachable();
    await db().update(ChildReference, { id }, { endedAt: now() });
    await audit('end reference', 'child', { childId });
  }

  /**
   * Throws 422 when the child has a number in this system, or another child whom the writer may contact has this one.
   * The database asks the same of what the writer may read, and says nothing of other children.
   */
  private async assertFree(childId: string, system: string, number: string): Promise<void> {
    const [taken] = await query<{ childId: string }>(
      `select child_id from child_references
       where ended_at is null and lower(system) = lower($2) and (child_id = $1 or number = $3)
       order by child_id = $1 desc limit 1`,
      [childId, system, number],
    );
    if (taken?.childId === childId)
      throw invalidField('system', 'This child has a number in that system already. Remove it first');
    if (taken)
      throw invalidField(
        'number',
        'This number belongs to another child. Check the number, or the record of the other child',
      );
  }

  private async permit(childId: string) {
    const seen = await this.children.find(childId);
    if (!(await this.children.mayEdit(childId)))
      throw forbidden('You cannot change this record. Ask the lead professional.');
    return seen;
  }

  private async permitContacts(childId: string): Promise<void> {
    const { details } = await this.permit(childId);
    if (details?.contactProtected) throw contactsProtected();
  }
}

const byMe = () => ({ recordedBy: actor().practitionerId, recordedAt: now() });

function checkedSchool(draft: SchoolDraft): Pick<ChildSchool, keyof SchoolDraft> {
  const errors = validateSchool(draft, londonDate(now()));
  if (errors.length > 0) throw invalid(errors);
  const { setting, attendance, yearGroup, fromOn, untilOn } = draft;
  return {
    setting,
    attendance,
    yearGroup: yearGroup ?? null,
    fromOn: fromOn ?? null,
    untilOn: untilOn ?? null,
  };
}

/** Those without an end first, then the latest. */
function byTime(one: ChildSchool, other: ChildSchool): number {
  const last = ({ untilOn, fromOn }: ChildSchool): string => `${untilOn ?? '9999'} ${fromOn ?? ''}`;
  return last(other).localeCompare(last(one)) || one.id.localeCompare(other.id);
}
