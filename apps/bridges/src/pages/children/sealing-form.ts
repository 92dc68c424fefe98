import type { ChildName, Sealing } from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import { isId } from '#libs/platform';
import {
  CHILD_NAME_KINDS,
  type ChildNameKind,
  fullName,
  keysOf,
  labelOf,
  optionsOf,
  SEAL_REASONS,
} from '#libs/terms';

type Body = Readonly<Record<string, unknown>>;

/** The reason, and the names listed on the page whose box was not ticked: they may still be found. */
export function readSealing(form: FormReader, body: Body, label: string): Sealing {
  const listed = listOf(body['listed']).filter(isId);
  const reason = form.choice('sealReason', keysOf(SEAL_REASONS), { label });
  const ticked = form.choices('alsoSeal', listed, { label: 'the other names to seal', optional: true });
  return { reason, stillFound: listed.filter((id) => !ticked.includes(id)) };
}

/** Choices of a page that seals a name; every name that tells it is ticked at first. */
export function sealingChoices(telling: readonly ChildName[]) {
  return {
    sealReasons: optionsOf(SEAL_REASONS),
    telling: telling.map((name) => ({
      value: name.id,
      text: `${fullName(name)} (${labelOf(CHILD_NAME_KINDS, name.kind as ChildNameKind).toLowerCase()})`,
    })),
    listed: telling.map(({ id }) => id),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
