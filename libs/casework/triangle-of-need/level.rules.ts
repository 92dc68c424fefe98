import type { Abilities } from '#libs/access';
import { forbidden } from '#libs/platform';
import type { LevelOccasion } from '#libs/terms';

const STATUTORY = 4;

/** Level 4 is social care's: others ask for it, they do not set it. */
export function refuseStatutory(level: number, abilities: Abilities): void {
  if (level === STATUTORY && !abilities.may('level.set_statutory'))
    throw forbidden(
      'Only social care’s front door sets level 4. Raise a step-up instead; the episode stays open, with its team and lead.',
    );
}

/** The occasion, where the act itself does not say: a coordinator who neither writes nor leads moderates. */
export function occasionOf(status: string, abilities: Pick<Abilities, 'reaches'>): LevelOccasion {
  const holds = abilities.reaches.some((reach) => reach === 'author' || reach === 'lead');
  if (!holds && abilities.reaches.includes('coordinator')) return 'moderation';
  return status === 'assessing' || status === 'assessed' ? 'assessment' : 'other';
}
