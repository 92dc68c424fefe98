import type { AgreedAgency, ConsentDraft } from '#libs/casework/information-sharing';
import { FormReader } from '#libs/page-kit';
import {
  COMPETENCE_OUTCOMES,
  CONSENT_EVIDENCE,
  CONSENT_OCCASIONS,
  CONSENT_PURPOSES,
  DECIDER_CAPACITIES,
  INTERPRETERS,
  keysOf,
  LANGUAGES,
  LAWFUL_BASES,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';

const STANDINGS = ['agreed', 'refused', 'excluded'] as const;
const OPEN_TIERS = ['T0', 'T1', 'T2'] as const;

/** An agency of the conversation, and whether it started the episode. */
export interface AskedAgency {
  readonly id: string;
  readonly name: string;
  readonly opened: boolean;
}

/**
 * Reads the conversation about sharing. Each agency chosen before has a row: one with nothing ticked is not agreed. The
 * staff of the agency that started the episode are left out then, because it cannot be refused its own record.
 */
export function readConsentForm(
  body: unknown,
  asked: readonly AskedAgency[],
  nameOf: (decider: string) => string | undefined,
  today: string,
) {
  const form = new FormReader(body);
  const decision = form.choice('decision', ['given', 'refused', 'not_sought'], {
    label: 'what the family decided',
  });
  const agencies = asked.map((agency) => ({ id: agency.id, ...readAgency(form, agency) }));
  const having = (standing: string): string[] =>
    agencies.filter((agency) => agency.standing === standing).map(({ id }) => id);
  if (decision === 'refused' && having('agreed').length > 0)
    form.reject(
      'decision',
      'Select that they agreed, or untick what agencies can see. “No agency yet” unticks everything',
    );
  const agreed: AgreedAgency[] = agencies
    .filter(({ standing }) => standing === 'agreed')
    .map(({ id, tiers, topics }) => ({ agencyId: id, tiers, topics }));
  const inPart =
    having('refused').length + having('excluded').length > 0 ||
    agreed.some(({ tiers }) => !tiers.includes('T2'));
  const [kind, deciderId] = decider(body);
  const values: ConsentDraft = {
    purpose:
      form.optionalChoice('purpose', keysOf(CONSENT_PURPOSES), { label: 'the purpose' }) ?? 'share_plan',
    decision: decision === 'given' && inPart ? 'given_in_part' : decision,
    childIds: form.choices('childIds', idsOffered(body, 'childIds'), {
      label: 'the children included',
      optional: true,
    }),
    agencies: decision === 'given' ? agreed : [],
    // A family that was not asked has refused nothing.
    refusedAgencies: decision === 'not_sought' ? [] : having('refused'),
    excludedAgencies: having('excluded'),
    excludedPeople: form.choices('excludedPeople', idsOffered(body, 'excludedPeople'), {
      label: 'the people to exclude',
      optional: true,
    }),
    decidedBy:
      form.optionalText('decidedBy', { label: 'who decided', max: 100 }) ??
      (kind && deciderId ? (nameOf(`${kind} ${deciderId}`) ?? null) : null),
    decidedByChildId: kind === 'child' ? deciderId : null,
    decidedByCarerId: kind === 'carer' ? deciderId : null,
    capacity: form.optionalChoice('capacity', keysOf(DECIDER_CAPACITIES), { label: 'why they can decide' }),
    competence: form.optionalChoice('competence', keysOf(COMPETENCE_OUTCOMES), {
      label: 'whether the child is competent',
    }),
    competenceNote: form.optionalLongText('competenceNote', { label: 'how you assessed this', max: 2000 }),
    childAsked: readChildAsked(form),
    whoDisagreed: form.optionalLongText('whoDisagreed', { label: 'who disagrees', max: 2000 }),
    reasonContraryToChild: form.optionalLongText('reasonContraryToChild', {
      label: 'why this goes against the child’s decision',
      max: 2000,
    }),
    consentingAdult: form.optionalText('consentingAdult', { label: 'the adult who agrees', max: 100 }),
    reasonNotYoungPerson: form.optionalLongText('reasonNotYoungPerson', {
      label: 'why a parent decided',
      max: 2000,
    }),
    otherParentObjects:
      form.choices('otherParentObjects', ['yes'], { label: 'objection', optional: true }).length > 0,
    interpreter: form.optionalChoice('interpreter', keysOf(INTERPRETERS), { label: 'the interpreter' }),
    explainedHow: form.optionalLongText('explainedHow', { label: 'how it was explained', max: 2000 }),
    explainedLanguage: form.optionalChoice('explainedLanguage', keysOf(LANGUAGES), { label: 'the language' }),
    leafletVersion: form.optionalText('leafletVersion', { label: 'the leaflet', max: 100 }),
    questionsAsked: form.optionalLongText('questionsAsked', { label: 'their questions', max: 2000 }),
    askedAt: form.optionalChoice('askedAt', keysOf(CONSENT_OCCASIONS), { label: 'when you asked' }),
    limitsExplained: form.choices('limitsExplained', ['yes'], { label: 'limits', optional: true }).length > 0,
    form: form.optionalChoice('form', keysOf(CONSENT_EVIDENCE), { label: 'how consent was given' }),
    witness: form.optionalText('witness', { label: 'who heard it', max: 100 }),
    indexAgreed:
      decision === 'given' &&
      form.choices('indexAgreed', ['yes'], { label: 'the index', optional: true }).length > 0,
    lawfulBasis: form.optionalChoice('lawfulBasis', keysOf(LAWFUL_BASES), { label: 'the lawful basis' }),
    note: form.optionalLongText('note', { label: 'the note', max: 2000 }),
    decidedOn: form.optionalDate('decidedOn', { label: 'the date of the decision', latest: today }),
    reviewOn:
      decision === 'given'
        ? form.optionalDate('reviewOn', { label: 'the date you will ask the family again', earliest: today })
        : null,
    validUntil:
      decision === 'given'
        ? form.optionalDate('validUntil', { label: 'the date consent ends', earliest: today })
        : null,
  };
  return form.answer(values);
}

function readAgency(form: FormReader, { id, name, opened }: AskedAgency) {
  const ticked = form.choices(`tiers-${id}`, OPEN_TIERS, {
    label: 'what this agency can see',
    optional: true,
  });
  const topics: SensitiveTopic[] = form.choices(`topics-${id}`, keysOf(SENSITIVE_TOPICS), {
    label: 'sensitive topics',
    optional: true,
  });
  const isNever =
    form.optionalChoice(`standing-${id}`, STANDINGS, { label: 'what this agency can see' }) === 'excluded';
  const hasTicks = ticked.length + topics.length > 0;
  if (isNever && hasTicks)
    form.reject(`standing-${id}`, `Untick what ${name} can see, or “Never share with this agency”`);
  // A reader of anything else knows that there is an episode.
  const tiers: string[] = hasTicks && !ticked.includes('T0') ? ['T0', ...ticked] : ticked;
  const standing = isNever ? 'excluded' : hasTicks ? 'agreed' : opened ? 'unchanged' : 'refused';
  return { standing, topics, tiers: topics.length > 0 ? [...tiers, 'T3'] : tiers };
}

function readChildAsked(form: FormReader): boolean | null {
  const asked = form.optionalChoice('childAsked', ['yes', 'no'], { label: 'whether the child was asked' });
  return asked === null ? null : asked === 'yes';
}

/** The child or carer who decided, if they are in the list: "child" or "carer", and their id. */
function decider(body: unknown): readonly [string, string] | readonly [] {
  const given = (body as Record<string, unknown> | undefined)?.['decider'];
  const [, kind, id] = /^(child|carer) ([0-9a-f-]{36})$/.exec(typeof given === 'string' ? given : '') ?? [];
  return kind && id ? [kind, id] : [];
}

/** People or children chosen from a list; the service checks that each may be. */
function idsOffered(body: unknown, field: string): string[] {
  const given = (body as Record<string, unknown> | undefined)?.[field];
  return (Array.isArray(given) ? given : [given])
    .filter((id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
    .slice(0, 50);
}

export function readWithdrawalForm(body: unknown) {
  const form = new FormReader(body);
  return form.answer({
    withdrawnBy: form.text('withdrawnBy', { label: 'who is withdrawing', max: 100 }),
    capacity: form.choice('capacity', keysOf(DECIDER_CAPACITIES), { label: 'why they can decide' }),
    reason: form.optionalLongText('reason', { label: 'their reason', max: 2000 }),
    safeguardingConcern: form.yesNo('safeguardingConcern', {
      label: 'a concern',
      message: 'Select yes if this withdrawal leaves you worried about a child',
    }),
    safeguardingNote: form.optionalLongText('safeguardingNote', { label: 'what is being done', max: 2000 }),
  });
}
