import type { EpisodeStatus } from '#libs/terms';
import { conflict } from '#libs/platform';

/** The steps an episode may take (domain: checklist → registered → assessment → plan and reviews → closure). The database holds the same table. */
const EPISODE_STEPS: Readonly<Record<EpisodeStatus, readonly EpisodeStatus[]>> = {
  checklist: ['registered', 'closed'],
  registered: ['assessing', 'closed'],
  assessing: ['assessed', 'closed'],
  assessed: ['delivering', 'assessing', 'closed'],
  delivering: ['assessing', 'closed'],
  closed: [],
};

const STATUS_DESCRIPTIONS: Record<EpisodeStatus, string> = {
  checklist: 'its checklist is not complete',
  registered: 'the assessment has not been started',
  assessing: 'the assessment is not complete',
  assessed: 'there is no plan yet',
  delivering: 'its plan is being delivered',
  closed: 'it is closed',
};

function mayStep(from: string, to: EpisodeStatus): boolean {
  return EPISODE_STEPS[from as EpisodeStatus]?.includes(to) ?? false;
}

/** Throws 409 for a step that the episode cannot take from its present status. */
export function assertStepAllowed(from: string, to: EpisodeStatus, what: string): void {
  if (!mayStep(from, to)) throw conflict(`You cannot ${what} now: ${describeStatus(from)}.`);
}

/** Throws 409 on any work on a closed episode. */
export function assertRecordOpen(status: string): void {
  if (status === 'closed') throw conflict('This episode is closed. Nothing more can be added to it.');
}

export function describeStatus(status: string): string {
  return STATUS_DESCRIPTIONS[status as EpisodeStatus] ?? 'it is at a different stage';
}
