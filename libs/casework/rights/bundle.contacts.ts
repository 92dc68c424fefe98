import {
  type ContactDetail,
  type ContactValue,
  type FamilyMember,
  type IncludesContact,
  type Tie,
} from '#libs/casework/shields';
import { invalidField } from '#libs/platform';
import type { BundleRow } from './bundle.marks.js';

/** The columns of a bundle that locate a person, each with the detail that it is a part of. */
const CONTACT_COLUMNS: Readonly<Record<string, Readonly<Record<string, ContactDetail>>>> = {
  // The district in which a child lives is a part of the address.
  'public.children': { locality_id: 'address' },
  'public.episodes': { locality_id: 'address' },
  'public.child_contacts': {
    address: 'address',
    postcode: 'address',
    accommodation: 'address',
    telephone: 'telephone',
    education_setting: 'education',
    upn: 'education',
    gp: 'gp',
  },
  'public.carer_contacts': {
    address: 'address',
    postcode: 'address',
    telephone: 'telephone',
    safe_to_contact: 'safety',
    contact_advice: 'safety',
  },
  'public.households': { kind: 'address', address: 'address', postcode: 'address', accommodation: 'address' },
  'public.meeting_places': { place: 'meetings' },
};

/** The parents and carers in a bundle: the answerer may say which of them the request is from. */
export const carersIn = (rows: readonly BundleRow[]): FamilyMember[] =>
  rows
    .filter(({ relation }) => relation === 'public.carers')
    .map(({ item }) => ({ kind: 'carer', id: String(item['id']), name: String(item['name']) }));

/**
 * The requester as a family member: the child, the carer that the answerer named, or an adult of whom it is unknown
 * which of the carers they are. Throws 422 for a carer who is not in the bundle, or when the child asks.
 */
export function requesterOf(
  request: { readonly id: string; readonly requester: string; readonly requesterCapacity: string },
  child: { readonly id: string; readonly name: string },
  carers: readonly FamilyMember[],
  carerId: string | null,
): FamilyMember {
  const carer = carers.find(({ id }) => id === carerId);
  if (carerId !== null && (!carer || request.requesterCapacity === 'themselves'))
    throw invalidField('carerId', 'Select the parent or carer that this request is from');
  if (request.requesterCapacity === 'themselves') return { kind: 'child', id: child.id, name: child.name };
  return carer ?? { kind: 'requester', id: request.id, name: request.requester };
}

const STAYS = ['public.child_stays', 'public.carer_stays'];

/** The child and the adults in a bundle who live or lived in a home. */
function membersOf(householdId: unknown, rows: readonly BundleRow[], child: FamilyMember): FamilyMember[] {
  const stays = rows.filter(
    ({ relation, item }) => STAYS.includes(relation) && item['household_id'] === householdId,
  );
  const adults = carersIn(rows).filter(({ id }) => stays.some(({ item }) => item['carer_id'] === id));
  return stays.some(({ item }) => item['child_id'] === child.id) ? [child, ...adults] : adults;
}

/** The owner of a row of contacts; null for every other row. Meeting places belong to the child. */
function ownerOf(
  { relation, item }: BundleRow,
  rows: readonly BundleRow[],
  child: FamilyMember,
): FamilyMember | null {
  if (!CONTACT_COLUMNS[relation]) return null;
  if (relation === 'public.households') return membersOf(item['id'], rows, child)[0] ?? child;
  if (relation !== 'public.carer_contacts') return child;
  const id = String(item['carer_id']);
  return carersIn(rows).find((carer) => carer.id === id) ?? { kind: 'carer', id, name: 'a parent or carer' };
}

/** Each contact detail in a bundle, as one text. */
export function contactValuesIn(rows: readonly BundleRow[], child: FamilyMember): ContactValue[] {
  const details = new Map<string, { of: FamilyMember; detail: ContactDetail; texts: string[] }>();
  for (const row of rows) {
    const of = ownerOf(row, rows, child);
    if (!of) continue;
    for (const [column, detail] of Object.entries(CONTACT_COLUMNS[row.relation]!)) {
      if (detail === 'safety') continue;
      const key = `${of.id}:${detail}`;
      const one = details.get(key) ?? { of, detail, texts: [] };
      const value = row.item[column];
      if (value !== null && value !== undefined && value !== '') one.texts.push(String(value));
      details.set(key, one);
    }
  }
  return [...details.values()].map(({ of, detail, texts }) => ({
    of,
    detail,
    text: [...new Set(texts)].join(', '),
  }));
}

/** Who lives with the child, according to the bundle itself. */
export const tiesIn = (rows: readonly BundleRow[]): Tie[] =>
  rows
    .filter(({ relation, item }) => relation === 'public.child_carers' && item['ended_on'] == null)
    .map(({ item }) => ({
      childId: String(item['child_id']),
      carerId: String(item['carer_id']),
      livesWithChild: (item['lives_with_child'] ?? null) as boolean | null,
      isRestricted: (item['contact_restriction'] ?? 'none') !== 'none',
    }));

/** The rows without the contact details that must be left out. */
export const withoutContacts = (
  rows: readonly BundleRow[],
  child: FamilyMember,
  keeps: IncludesContact,
): BundleRow[] => {
  const keepsHome = (householdId: unknown): boolean =>
    membersOf(householdId, rows, child).some((member) => keeps(member, 'address'));
  return rows.flatMap((row) => {
    // Who lives where goes with the address.
    if (STAYS.includes(row.relation)) return keepsHome(row.item['household_id']) ? [row] : [];
    if (row.relation === 'public.households') return keepsHome(row.item['id']) ? [row] : [];
    const of = ownerOf(row, rows, child);
    if (!of) return [row];
    const columns = CONTACT_COLUMNS[row.relation]!;
    const columnsKept = Object.entries(row.item).filter(
      ([name]) => !columns[name] || keeps(of, columns[name]),
    );
    return [{ ...row, item: Object.fromEntries(columnsKept) }];
  });
};
