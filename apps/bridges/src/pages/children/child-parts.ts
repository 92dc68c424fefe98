/** One part of a child's record on a page of its own: the task list of the child's page leads there. */
interface ChildPart {
  readonly name: string;
  readonly title: string;
  /** The parts of the form that are on the page. */
  readonly parts: readonly string[];
  /** Fields with boxes to tick: none of them is sent when none is ticked. */
  readonly boxes?: readonly string[];
  /** Fields of which at least one is filled in when the part has been begun. */
  readonly begunBy: readonly string[];
  /** Says where the child lives: only for those who may read that. */
  readonly revealsPlace?: boolean;
}

export const CHILD_PARTS: readonly ChildPart[] = [
  {
    name: 'home',
    title: 'Home address and telephone',
    parts: ['locality', 'home'],
    begunBy: ['address', 'postcode', 'telephone', 'accommodation'],
    revealsPlace: true,
  },
  {
    name: 'school',
    title: 'School and GP practice',
    parts: ['school'],
    begunBy: ['educationSetting', 'gp'],
    revealsPlace: true,
  },
  {
    name: 'language',
    title: 'Language and communication',
    parts: ['language'],
    boxes: ['otherLanguages', 'accessNeeds', 'accessNeedsArranged'],
    begunBy: ['firstLanguage', 'interpreter', 'communicationNeeds'],
  },
  {
    name: 'identity',
    title: 'Ethnicity and religion',
    parts: ['identity'],
    begunBy: ['ethnicity', 'ethnicityNote', 'religion'],
  },
  {
    name: 'needs',
    title: 'Disability and special educational needs',
    parts: ['needs'],
    boxes: ['disabilities'],
    begunBy: ['disabilities', 'disabilityNote', 'senProvision'],
  },
  {
    name: 'numbers',
    title: 'NHS number and other reference numbers',
    parts: ['numbers'],
    begunBy: ['nhsNumber', 'upn'],
  },
];

export const partOf = (name: unknown): ChildPart | null =>
  CHILD_PARTS.find((part) => part.name === name) ?? null;

/** The fields of a form with one part, with the values that the record has for the others. */
export function withOtherParts(
  sent: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const part = partOf(sent['part']);
  if (!part) return { ...sent };
  const known = Object.entries(values).filter(
    ([, value]) => typeof value === 'string' || Array.isArray(value),
  );
  const unticked = (part.boxes ?? []).map((name) => [name, []] as const);
  return { ...Object.fromEntries(known), ...Object.fromEntries(unticked), ...sent };
}

/** The parts of a record still to be filled in, for the child's page. */
export function toPartTasks(childId: string, details: object | null, isProtected: boolean) {
  const values = (details ?? {}) as Readonly<Record<string, unknown>>;
  const isFilled = (name: string): boolean => {
    const value = values[name];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
  };
  return CHILD_PARTS.filter(({ revealsPlace }) => !(revealsPlace && isProtected)).map(
    ({ name, title, begunBy }) => ({
      title,
      href: `/children/${childId}/change?part=${name}`,
      isBegun: begunBy.some(isFilled),
    }),
  );
}
