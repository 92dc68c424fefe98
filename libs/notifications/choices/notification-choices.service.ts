import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, changeVersioned, db, invalid, now, query, stale } from '#libs/platform';
import type { EmailChoice } from '#libs/terms';
import { NotificationChoice } from './notification-choice.entity.js';
import { type ChoiceDraft, validateChoice } from './notification-choice.rules.js';

export interface ChoiceView {
  readonly email: EmailChoice;
  readonly digestHour: number;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  /** 0 before anything was chosen. */
  readonly version: number;
  /** The work email address that is written to, or null if none is recorded. */
  readonly address: string | null;
}

/** What the signed-in practitioner chose for their own messages. */
@Injectable()
export class NotificationChoicesService {
  async mine(): Promise<ChoiceView> {
    const [row] = await query<ChoiceView>(MINE, [actor().practitionerId]);
    return row!;
  }

  /** Saves a choice for messages from now on. 422 for impossible hours, 412 after another change. */
  async choose(version: number, draft: ChoiceDraft): Promise<void> {
    const errors = validateChoice(draft);
    if (errors.length > 0) throw invalid(errors);
    const { email, digestHour, quietFrom, quietUntil } = draft;
    const chosen = {
      ...{ email, digestHour: digestHour ?? 8, quietFrom: quietFrom ?? null },
      ...{ quietUntil: quietUntil ?? null, changedAt: now() },
    };
    const { practitionerId } = actor();
    if (version === 0) await this.chooseFirst({ practitionerId, ...chosen, version: 1 });
    else await changeVersioned(NotificationChoice, { practitionerId }, version, chosen, () => this.mine());
    await audit('choose notifications', 'practitioner', { subjectId: practitionerId, detail: { email } });
  }

  private async chooseFirst(choice: NotificationChoice): Promise<void> {
    if (await db().existsBy(NotificationChoice, { practitionerId: choice.practitionerId }))
      throw stale(await this.mine());
    await db().insert(NotificationChoice, choice);
  }
}

const MINE = `
  select coalesce(c.email, 'at_once') as email, coalesce(c.digest_hour, 8)::int as digest_hour, c.quiet_from, c.quiet_until,
    coalesce(c.version, 0) as version, p.email as address
  from practitioners p left join notification_choices c on c.practitioner_id = p.id where p.id = $1`;
