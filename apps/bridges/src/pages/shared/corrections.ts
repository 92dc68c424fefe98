import type { CorrectionView } from '#libs/casework/rights';
import {
  CORRECTION_ASKERS,
  CORRECTION_STATUSES,
  CORRECTION_SUBJECTS,
  type CorrectionAsker,
  type CorrectionStatus,
  type CorrectionSubject,
  labelOf,
} from '#libs/terms';

const COLOURS: Readonly<Record<CorrectionStatus, string>> = {
  asked: 'blue',
  accepted: 'green',
  disputed: 'orange',
  declined: 'grey',
};

/** The mark beside an item: that it was corrected or is disputed, what it should say, and the note. */
export function toCorrectionView(correction: CorrectionView) {
  const status = correction.status as CorrectionStatus;
  return {
    id: correction.id,
    status: labelOf(CORRECTION_STATUSES, status),
    colour: COLOURS[status],
    waits: status === 'asked',
    about: labelOf(CORRECTION_SUBJECTS, correction.subjectKind as CorrectionSubject),
    saidWrong: correction.saidWrong,
    shouldSay: correction.shouldSay,
    askedBy: `${correction.askedBy} (${labelOf(CORRECTION_ASKERS, correction.askedByCapacity as CorrectionAsker).toLowerCase()})`,
    askedOn: correction.askedOn,
    note: correction.decisionNote,
    decidedBy: correction.decidedByName,
    decidedAt: correction.decidedAt,
  };
}

/** The marks by item id, for pages that show the items. */
export function toCorrectionMarksView(beside: ReadonlyMap<string, readonly CorrectionView[]>) {
  return Object.fromEntries([...beside].map(([id, all]) => [id, all.map(toCorrectionView)]));
}

export const askHref = (episodeId: string, kind: CorrectionSubject, id: string): string =>
  `/episodes/${episodeId}/corrections/new?kind=${kind}&subject=${id}`;
