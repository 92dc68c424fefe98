import type { Affected } from '#libs/casework/information-sharing';
import { plural } from '#libs/page-kit';
import { labelOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';

const TIER_NAMES = [
  'that there is an episode',
  'basic details',
  'assessment and plan',
  'sensitive information',
];

const describeTopic = (topic: string): string =>
  `sensitive information about ${labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic).toLowerCase()}`;

/** Formats "Three people will no longer see: assessment and plan." with their names. */
export function toAffectedView(affected: readonly Affected[], me: string) {
  const lost = [...new Set(affected.flatMap((person) => person.loses))]
    .sort()
    .map((tier) => TIER_NAMES[tier]);
  const topics = [...new Set(affected.flatMap((person) => person.losesTopics))];
  const people = new Set(affected.map((person) => person.practitionerId));
  const others = people.size - (people.has(me) ? 1 : 0);
  const who = [
    people.has(me) ? 'You' : '',
    others
      ? plural(others, people.has(me) ? 'other person' : 'person', people.has(me) ? 'other people' : 'people')
      : '',
  ];
  return {
    who: who.filter(Boolean).join(' and '),
    // A reader who loses all access cannot come back to this page.
    gone: affected.some(({ practitionerId, keeps }) => practitionerId === me && keeps.length === 0),
    me: people.has(me),
    others,
    lost: [...lost, ...topics.map(describeTopic)].join(', '),
    rows: affected.map((person) => ({
      name: person.practitionerId === me ? 'You' : person.name,
      agency: person.agency,
      loses: [...person.loses.map((tier) => TIER_NAMES[tier]), ...person.losesTopics.map(describeTopic)].join(
        ', ',
      ),
      keeps: person.keeps.length > 0 ? person.keeps.map((tier) => TIER_NAMES[tier]).join(', ') : 'nothing',
    })),
  };
}
