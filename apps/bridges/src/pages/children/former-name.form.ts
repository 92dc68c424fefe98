import type { ChildName, FormerName } from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import { type CodeList, fullName, keysOf, labelOf, type NameParts, optionsOf } from '#libs/terms';
import { readSealing, sealingChoices } from './sealing-form.js';

type Body = Readonly<Record<string, unknown>>;

const NAME_DECISIONS = {
  keep: 'They have a new name: find them by the old one too',
  seal: 'They have a new name, and the old one must not be found or shown',
  correct: 'The name was spelt wrongly: do not keep the old spelling',
} as const satisfies CodeList;

/** The fields of this step; all others are those of the form before it. */
const OWN_FIELDS = ['formerName', 'sealReason', 'alsoSeal', 'listed', 'step', 'back'];
export const STEP = 'former name';

export const isFormerNameStep = (body: Body): boolean => body['step'] === STEP;

/** What becomes of the old name, on the step that asks; before it, that is to be asked. */
export function readFormerName(form: FormReader, body: Body): FormerName | 'ask' {
  if (!isFormerNameStep(body)) return 'ask';
  const as = form.choice('formerName', keysOf(NAME_DECISIONS), {
    label: 'the old name',
    message: 'Select what should happen to the old name',
  });
  return as === 'seal' ? { as, ...readSealing(form, body, 'why the old name must not be found') } : { as };
}

export const isOfFormerName = ({ field }: { field: string }): boolean => OWN_FIELDS.includes(field);

/** The step after a form that changes a name, with everything of that form in hidden fields. */
export function toFormerNameView(
  child: NameParts & { id: string },
  changed: NameParts,
  telling: readonly ChildName[],
  body: Body,
) {
  return {
    title: 'You are changing the name',
    child,
    oldName: fullName(child),
    newName: fullName(changed),
    step: STEP,
    decisions: optionsOf(NAME_DECISIONS).filter(({ value }) => value !== 'seal'),
    seal: { value: 'seal', text: labelOf(NAME_DECISIONS, 'seal') },
    ...sealingChoices(telling),
    fields: Object.entries(body).flatMap(([name, value]) =>
      OWN_FIELDS.includes(name) || name === '_csrf'
        ? []
        : (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
            typeof one === 'string' ? [{ name, value: one }] : [],
          ),
    ),
  };
}
