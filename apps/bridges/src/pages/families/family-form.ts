import { forbidden, isId, unreachable } from '#libs/platform';
import type { Child, ChildrenService } from '#libs/casework/children';
import { type CodeList, optionsOf } from '#libs/terms';
import { type Page, page, pageWithErrors } from '../../http/page.js';

const VIEW = 'families/form.njk';

interface Choice {
  readonly value: string;
  readonly text: string;
}
/** A question of a form; the view draws it by its kind. */
export interface FormField {
  readonly kind: 'text' | 'textarea' | 'date' | 'radios' | 'select' | 'checkboxes';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: string;
  readonly classes?: string;
  readonly items?: readonly Choice[];
}
/** A page with one thing to say about a family. */
export interface FamilyForm {
  readonly child: Pick<Child, 'id' | 'givenNames' | 'familyName'>;
  readonly title: string;
  readonly intro?: string;
  readonly action: string;
  readonly button: string;
  readonly isEnding?: boolean;
  readonly version?: number;
  readonly fields: readonly FormField[];
  /** Why there is nothing to choose from yet, said instead of the form. */
  readonly nothingToChoose?: string | undefined;
}

export const formPage = (form: FamilyForm, typed: Readonly<Record<string, unknown>> = {}): Page =>
  page(VIEW, { ...complete(form), typed });

export const formAgain = (
  form: FamilyForm,
  typed: Readonly<Record<string, unknown>>,
  errors: readonly object[],
): Page => pageWithErrors(VIEW, { ...complete(form), typed, errors });

const complete = (form: FamilyForm) => ({
  ...form,
  intro: form.intro ?? null,
  isEnding: form.isEnding ?? false,
  version: form.version ?? 0,
  nothingToChoose: form.nothingToChoose ?? null,
});

/** The child whose family is changed: 404 out of reach, 403 for a reader who may not change it. */
export async function editableChild(children: ChildrenService, id: string) {
  if (!isId(id)) throw unreachable();
  const found = await children.find(id);
  if (!(await children.mayEdit(id)))
    throw forbidden('You cannot change this record. Ask the lead professional.');
  return found;
}

export const chosenFrom = (list: CodeList): Choice[] => [{ value: '', text: 'Choose' }, ...optionsOf(list)];

/** A day as the three boxes of a date field. */
export function dateParts(name: string, day: string | null): Record<string, string> {
  if (!day) return {};
  const [year, month, date] = day.split('-') as [string, string, string];
  return {
    [`${name}-day`]: String(Number(date)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
}
