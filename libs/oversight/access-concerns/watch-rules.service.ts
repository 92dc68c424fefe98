import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { changeVersioned, invalid, db, unreachable } from '#libs/platform';
import { isStorable } from '#libs/terms';
import { WatchRule } from './access-concern.entities.js';

interface WatchRuleChanges {
  readonly threshold?: number;
  readonly hours?: number | null;
  readonly active?: boolean;
}

/** The rules of the access watch and their limits, set by the governance lead. */
@Injectable()
export class WatchRulesService {
  list(): Promise<WatchRule[]> {
    return db().find(WatchRule, { order: { position: 'ASC' } });
  }

  async find(rule: string): Promise<WatchRule> {
    const watchRule = isStorable(rule) ? await db().findOneBy(WatchRule, { rule }) : null;
    if (!watchRule) throw unreachable();
    return watchRule;
  }

  async change(rule: string, version: number, { threshold, hours, active }: WatchRuleChanges): Promise<void> {
    const current = await this.find(rule);
    if (threshold !== undefined && !(threshold >= 1 && threshold <= 1000))
      throw invalid([{ field: 'threshold', message: 'The limit must be between 1 and 1,000' }]);
    if (hours != null && (current.hours === null || !(hours >= 1 && hours <= 168)))
      throw invalid([
        {
          field: 'hours',
          message: 'Only enter hours, from 1 to 168, for the rule about opening a record after a refusal',
        },
      ]);
    const changes = {
      ...(threshold === undefined ? {} : { threshold }),
      ...(hours == null ? {} : { hours }),
      ...(active === undefined ? {} : { active }),
    };
    await changeVersioned(WatchRule, { rule }, version, changes, () => this.find(rule));
    await audit('change watch rule', 'watch_rule', { detail: { rule, ...changes } });
  }
}
