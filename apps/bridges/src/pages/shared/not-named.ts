import type { UnnamedInvolved } from '#libs/access';
import { plural } from '#libs/page-kit';

/** The note about agencies that work with the family and are not named to the reader, and the person to ask instead. */
export function describeNotNamed({ sensitive, protected: hidden }: UnnamedInvolved): string[] {
  return [
    ...(sensitive > 0
      ? ['A sensitive service is involved. The coordinator for the locality can contact it for you.']
      : []),
    ...(hidden > 0
      ? [
          `Contact details are protected, including the names of ${plural(hidden, 'agency', 'agencies')}. Ask information governance. Do not write down where the family lives, the school or where you meet.`,
        ]
      : []),
  ];
}
