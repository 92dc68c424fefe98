import type { FieldError } from '#libs/platform';
import type { ChildDetails } from './child.entity.js';

type ContextDraft = Partial<
  Pick<
    ChildDetails,
    'accessNeeds' | 'accessNeedsArranged' | 'senNeeds' | 'lookedAfterFrom' | 'lookedAfterUntil'
  >
>;

/** What holds between several of the details: needs that are arranged are needs; a status ends after it began. */
export function validateContext(details: ContextDraft, today: string, at = ''): FieldError[] {
  const { accessNeeds, accessNeedsArranged, senNeeds, lookedAfterFrom, lookedAfterUntil } = details;
  const error = (when: unknown, field: string, message: string): FieldError[] =>
    when ? [{ field: `${at}${field}`, message }] : [];
  return [
    ...error(
      accessNeedsArranged?.some((need) => !accessNeeds?.includes(need)),
      'accessNeedsArranged',
      'Select only needs that are among the child’s access needs',
    ),
    ...error((senNeeds?.length ?? 0) > 2, 'senNeeds', 'Select two types of need at most'),
    ...error(
      lookedAfterFrom && lookedAfterFrom > today,
      'lookedAfterFrom',
      'The date looked after from must be today or in the past',
    ),
    ...error(lookedAfterUntil && !lookedAfterFrom, 'lookedAfterFrom', 'Enter the date looked after from'),
    ...error(
      lookedAfterFrom && lookedAfterUntil && lookedAfterUntil < lookedAfterFrom,
      'lookedAfterUntil',
      'The date looked after until must be on or after the date it began',
    ),
  ];
}

export interface SchoolDraft {
  readonly setting: string;
  readonly yearGroup?: string | null;
  readonly attendance: string;
  readonly fromOn?: string | null;
  readonly untilOn?: string | null;
}

export function validateSchool({ fromOn, untilOn }: SchoolDraft, today: string): FieldError[] {
  if (untilOn && untilOn > today)
    return [{ field: 'untilOn', message: 'The last day must be today or in the past' }];
  return fromOn && untilOn && untilOn < fromOn
    ? [{ field: 'untilOn', message: 'The last day must be on or after the first day' }]
    : [];
}
