import type { CarerDraft, CarerOfChild } from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import { keysOf, optionsOf, PARENTAL_RESPONSIBILITIES, RELATIONSHIPS } from '#libs/terms';

/** The carers of a brother or sister, to be linked to the new child too: siblings are children who share a carer. */
export function readSharedCarers(form: FormReader, carers: readonly CarerOfChild[]): CarerDraft[] {
  return carers.flatMap(({ id, name }) => {
    const relationship = form.optionalChoice(`shared-${id}`, keysOf(RELATIONSHIPS), {
      label: `${name}’s relationship to this child`,
    });
    if (relationship === null) return [];
    const parentalResponsibility = form.choice(
      `shared-${id}-responsibility`,
      keysOf(PARENTAL_RESPONSIBILITIES),
      {
        label: 'parental responsibility',
        message: `Select whether ${name} has parental responsibility for this child`,
      },
    );
    return [{ carerId: id, relationship, parentalResponsibility, livesWithChild: null }];
  });
}

export const choicesOfShared = (carers: readonly CarerOfChild[]) => ({
  carers: carers.map(({ id, name }) => ({ field: `shared-${id}`, name })),
  relationships: [{ value: '', text: 'Not this child’s carer' }, ...optionsOf(RELATIONSHIPS)],
  responsibilities: [{ value: '', text: 'Choose' }, ...optionsOf(PARENTAL_RESPONSIBILITIES)],
});
