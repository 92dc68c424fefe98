import type { Need } from '../shared/need.js';
import { addDays } from '#libs/platform';

/** Sorts the oldest date first; undated items come after late ones and before future ones. */
export function inOrder(needs: readonly Need[]): Need[] {
  return [...needs].sort((a, b) => (a.when ?? '9999').localeCompare(b.when ?? '9999'));
}

/** Groups items: urgent, late, waiting without a date, within seven days, and later. */
export function groupByUrgency(all: readonly Need[], today: string) {
  const needs = all.filter(({ isUrgent }) => !isUrgent);
  const week = addDays(today, 7);
  const dated = needs.filter(({ when }) => when !== null) as (Need & { when: string })[];
  return {
    urgent: all.filter(({ isUrgent }) => isUrgent),
    late: dated.filter(({ when }) => when < today),
    waiting: needs.filter(({ when }) => when === null),
    thisWeek: dated.filter(({ when }) => when >= today && when <= week),
    later: dated.filter(({ when }) => when > week),
  };
}
