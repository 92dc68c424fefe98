import type { UnnamedInvolved } from '#libs/access';
import type { CarerOfChild, Child, DetailsView } from '#libs/casework/children';
import type { HouseholdView } from '#libs/casework/families';
import type { Supporter } from '#libs/casework/family-pictures';
import { type EcomapCircle, type EcomapParts, plural } from '#libs/page-kit';
import { CONTACT_RESTRICTIONS, fullName, RELATIONSHIPS, UNNAMED_AGENCIES } from '#libs/terms';
import { grouped, joined, labelIn, lower } from './words.js';

export interface EcomapFacts {
  readonly child: Child;
  readonly details: DetailsView;
  readonly carers: readonly CarerOfChild[];
  readonly homes: readonly HouseholdView[];
  readonly supporters: readonly Supporter[];
  readonly unnamed: UnnamedInvolved;
}
interface Said {
  readonly name: string;
  readonly notes?: readonly string[];
  readonly line: EcomapCircle['line'];
  readonly isRestricted?: boolean;
}

/** The child and those at home in the middle; around them who works with the family, the school, the GP and others. */
export function toEcomap({ child, details, carers, homes, supporters, unnamed }: EcomapFacts): EcomapParts {
  const atHome = livingWith(child.id, homes);
  const names = atHome.map(({ name }) => name);
  const isAround = (carer: CarerOfChild): boolean =>
    isRestricted(carer) || !atHome.some(({ personId }) => personId === carer.id);
  return {
    centre: {
      name: fullName(child),
      notes: names.length > 0 ? [`at home with ${joined(names)}`] : [],
      sentence: `${fullName(child)} is in the middle${names.length > 0 ? `, at home with ${joined(names)}` : ''}.`,
    },
    around: [
      ...agenciesOf(supporters),
      ...unnamedOf(unnamed),
      ...(details.educationSetting
        ? [toCircle({ name: details.educationSetting, notes: ['school, nursery or college'], line: 'known' })]
        : []),
      ...(details.gp ? [toCircle({ name: details.gp, notes: ['GP practice'], line: 'known' })] : []),
      ...carers.filter(isAround).map(toCarer),
    ],
  };
}

const isRestricted = ({ contactRestriction }: CarerOfChild): boolean =>
  contactRestriction !== null && contactRestriction !== 'none';

/** Those who live where the child lives mainly, or for a shared part of the time. */
function livingWith(childId: string, homes: readonly HouseholdView[]) {
  const live = homes.map(({ members }) => members.filter(({ endedOn }) => endedOn === null));
  const beside = live
    .filter((members) =>
      members.some(({ personId, pattern }) => personId === childId && HOME.includes(pattern)),
    )
    .flat()
    .filter(({ personId }) => personId !== childId);
  return [...new Map(beside.map((one) => [one.personId, one])).values()];
}

const HOME = ['main', 'shared'];

function agenciesOf(supporters: readonly Supporter[]): EcomapCircle[] {
  return [...grouped(supporters, ({ agency }) => agency.id).values()].map((people) =>
    toCircle({
      name: people[0]!.agency.name,
      notes: people.map(({ name, jobTitle, leads, onlyReports }) =>
        [name, jobTitle, leads && 'lead professional', onlyReports && 'sends reports, does not attend']
          .filter(Boolean)
          .join(', '),
      ),
      line: lineOf(people),
    }),
  );
}

function lineOf(people: readonly Supporter[]): EcomapCircle['line'] {
  if (people.some(({ leads }) => leads)) return 'lead';
  return people.every(({ onlyReports }) => onlyReports) ? 'reports' : 'works';
}

const unnamedOf = ({ sensitive, protected: hidden }: UnnamedInvolved): EcomapCircle[] => [
  ...(sensitive > 0 ? [toCircle({ name: UNNAMED_AGENCIES.sensitive, line: 'not_named' })] : []),
  ...(hidden > 0
    ? [
        toCircle({
          name: UNNAMED_AGENCIES.protected,
          notes: hidden > 1 ? [plural(hidden, 'agency', 'agencies')] : [],
          line: 'not_named',
        }),
      ]
    : []),
];

function toCarer(carer: CarerOfChild): EcomapCircle {
  const { name, relationship, contactRestriction } = carer;
  const isLimited = isRestricted(carer);
  return toCircle({
    name,
    notes: [
      lower(labelIn(RELATIONSHIPS, relationship)),
      ...(isLimited ? [lower(labelIn(CONTACT_RESTRICTIONS, contactRestriction!))] : []),
    ],
    line: 'known',
    isRestricted: isLimited,
  });
}

const LINES = {
  lead: 'leads the help for the family',
  works: 'works with the family now',
  reports: '',
  known: '',
  not_named: 'is involved',
} as const;

function toCircle({ name, notes = [], line, isRestricted = false }: Said): EcomapCircle {
  const said = [LINES[line], notes.join('; ')].filter(Boolean).join(': ');
  return { name, notes, line, isRestricted, sentence: `${name}: ${said}.` };
}
