import { addMonths, type CalendarDate } from '#libs/platform';
import type { RetentionAction, RetentionClassName, RetentionTrigger } from '#libs/terms';

export interface RetentionRule {
  readonly class: RetentionClassName;
  readonly appliesTo: string;
  readonly trigger: RetentionTrigger;
  readonly months: number;
  readonly action: RetentionAction;
  readonly source: string;
}
/** The facts of an episode that retention rules use. */
export interface RetentionFacts {
  readonly closedOn: CalendarDate;
  readonly youngestBornOn: CalendarDate | null;
  /** Set only when the deceased child was the only one of the episode. */
  readonly diedOn: CalendarDate | null;
  readonly lastContactOn: CalendarDate;
  /** 'every_episode', and further kinds that apply to it. */
  readonly kinds: readonly string[];
}
interface RetentionDate extends RetentionRule {
  readonly dueOn: CalendarDate;
}
const MONTHS_TO_EIGHTEEN = 216;

/** Every retention date of an episode. The database calculates the same; a test compares the two. */
export function retentionDates(facts: RetentionFacts, rules: readonly RetentionRule[]): RetentionDate[] {
  return rules
    .filter(({ appliesTo }) => facts.kinds.includes(appliesTo))
    .flatMap((rule) => {
      const from = countedFrom(rule.trigger, facts);
      return from === null ? [] : [{ ...rule, dueOn: addMonths(from, rule.months) }];
    });
}

/** The latest applicable date decides when the record is destroyed or reviewed for it; never before it closed. */
export function keptUntil(facts: RetentionFacts, rules: readonly RetentionRule[]): RetentionDate | null {
  const [last] = retentionDates(facts, rules)
    .filter(({ action }) => action === 'review' || action === 'destroy')
    .sort((a, b) => compare(b.dueOn, a.dueOn) || compare(a.class, b.class) || compare(a.trigger, b.trigger));
  return last ? { ...last, dueOn: last.dueOn < facts.closedOn ? facts.closedOn : last.dueOn } : null;
}

/** A deceased child has no future birthdays. */
function countedFrom(trigger: RetentionTrigger, facts: RetentionFacts): CalendarDate | null {
  const born = facts.diedOn === null ? facts.youngestBornOn : null;
  switch (trigger) {
    case 'closure':
      return facts.closedOn;
    case 'last_contact':
      return facts.lastContactOn;
    case 'death':
      return facts.diedOn;
    case 'date_of_birth':
      return born;
    case 'eighteenth_birthday':
      return born && addMonths(born, MONTHS_TO_EIGHTEEN);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "25 years", "6 months", "3 years and 6 months". */
export function formatPeriod(months: number): string {
  const count = (n: number, what: string): string[] => (n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`]);
  const words = [...count(Math.floor(months / 12), 'year'), ...count(months % 12, 'month')];
  return words.length > 0 ? words.join(' and ') : 'no time';
}
