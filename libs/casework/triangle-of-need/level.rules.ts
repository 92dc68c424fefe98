import type { Abilities } from '#libs/access';
import { forbidden } from '#libs/platform';
import type { LevelOccasion } from '#libs/terms';

const STATUTORY = 4;

/** Level 4 is set and ended by social care alone; other practitioners ask for it. */
export function assertMayChangeLevel(
  current: number | null,
  level: number,
  abilities: Pick<Abilities, 'may'>,
): void {
  if (abilities.may('level.set_statutory')) return;
  if (level === STATUTORY)
    throw forbidden(
      'Only children’s social care can set level 4. Raise a step-up instead. The episode stays open with its team and lead professional.',
    );
  if (current === STATUTORY)
    throw forbidden(
      'Only children’s social care can step an episode down from level 4. Ask them to step it down.',
    );
}

/** Level 4 ends, which only the front door can do. */
export function isStepDown(current: number | null, level: number): boolean {
  return current === STATUTORY && level < STATUTORY;
}

/** The occasion, when the caller does not state it: a coordinator who is neither author nor lead moderates. */
export function occasionOf(status: string, abilities: Pick<Abilities, 'reaches'>): LevelOccasion {
  const holds = abilities.reaches.some((reach) => reach === 'author' || reach === 'lead');
  if (!holds && abilities.reaches.includes('coordinator')) return 'moderation';
  return status === 'assessing' || status === 'assessed' ? 'assessment' : 'other';
}
