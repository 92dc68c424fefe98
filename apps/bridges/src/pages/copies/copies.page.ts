import { DOCUMENT_LANGUAGES } from '#libs/documents';
import type { Preview, ReaderChoices, Recipient } from '#libs/oversight/copies';
import { labelOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';

const FIELDS = {
  practitioner: 'practitionerId',
  agency: 'agencyId',
  carer: 'carerId',
  child: 'childId',
} as const;

/** Parses `practitioner:<id>`, `agency:<id>`, `carer:<id>` or `child:<id>`; null for anything else. */
export function recipientOf(asked: unknown): Recipient | null {
  const [, kind, id] = /^(practitioner|agency|carer|child):([0-9a-f-]{36})$/.exec(String(asked ?? '')) ?? [];
  return kind && id ? { [FIELDS[kind as keyof typeof FIELDS]]: id } : null;
}

/** All possible recipients in one list. */
export function recipientItems({ people, agencies, carers, children }: ReaderChoices, chosen: string) {
  const item =
    (kind: string, prefix = '') =>
    (one: { id: string; name: string }) => ({
      value: `${kind}:${one.id}`,
      text: `${prefix}${one.name}`,
      selected: chosen === `${kind}:${one.id}`,
    });
  return [
    { value: '', text: 'Choose' },
    ...people.map(item('practitioner')),
    ...agencies.map(item('agency', 'Any practitioner at ')),
    ...carers.map(item('carer', 'Family: ')),
    ...children.map(item('child', 'Family: ')),
  ];
}

export const topicLabel = (topic: string): string | null =>
  topic ? labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic) : null;

/** What is withheld, once per reason, with the amount of the document that it covers. */
export function causes(withheld: Preview['withheld']): { because: string; what: string }[] {
  const sectionsByReason = new Map<string, Set<string>>();
  for (const { section, because } of withheld)
    sectionsByReason.set(because, (sectionsByReason.get(because) ?? new Set()).add(section.toLowerCase()));
  return [...sectionsByReason].map(([because, sections]) => ({ because, what: [...sections].join(', ') }));
}

/** What is asked beside the format: the language of the fixed statements, and how much a child's copy holds. */
export const choicesFor = (kind: Preview['reader']['kind']) => ({
  languageItems:
    kind === 'carer' || kind === 'child'
      ? Object.entries(DOCUMENT_LANGUAGES).map(([value, { name, ownName }]) => ({
          ...{ value, text: name === ownName ? name : `${name} (${ownName})` },
        }))
      : [],
  isForChild: kind === 'child',
});
