export interface EpisodeProgress {
  readonly id: string;
  readonly status: string | null;
  readonly level: object | null;
  readonly lead: object | null;
  readonly proposedToMe: boolean;
  readonly proposalWaiting: boolean;
  readonly agreementRecorded: boolean;
  readonly planStarted: boolean;
  /** A manager has been asked to approve its closure. */
  readonly closureProposed?: boolean;
  /** The decision of the complete checklist; null while it is incomplete. */
  readonly decision: string | null;
  readonly stepUpWaiting: boolean;
  /** The page where this reader answers a safety concern; null if none is open. */
  readonly concernHref: string | null;
  readonly may: Readonly<Record<string, boolean>>;
}
interface NextStep {
  readonly text: string;
  readonly href: string;
}
type Offer = readonly [fits: boolean | undefined, text: string, path: string];

/**
 * The next steps of an episode in the order of practice, the most urgent first. A step appears only if it would succeed
 * and the reader may take it.
 */
export function nextSteps(at: EpisodeProgress): NextStep[] {
  const offered: readonly Offer[] = [
    [at.concernHref !== null, 'Record what was done about the safety concern', at.concernHref ?? ''],
    [at.proposedToMe && at.may['lead_accept'], 'Answer the request to be lead professional', '/proposals'],
    ...(at.status === 'checklist' ? afterChecklist(at) : afterRegistering(at)).map(
      ([fits, text, path]): Offer => [fits, text, `/episodes/${at.id}${path}`],
    ),
  ];
  return offered.filter(([fits]) => fits).map(([, text, href]) => ({ text, href }));
}

/** Until the episode is registered the checklist determines the step: complete it, or act on its decision. */
function afterChecklist(at: EpisodeProgress): Offer[] {
  const { decision, may } = at;
  const fillsIn = may['checklist_complete'];
  if (decision === null) return [[fillsIn, 'Complete the checklist', '/checklist']];
  return [
    [
      decision === 'safeguarding' && !at.stepUpWaiting && may['step_up_raise'],
      'Raise a step-up to social care',
      '/level#step-up',
    ],
    [
      decision === 'specialist_assessment' && !at.agreementRecorded && may['consent_record'],
      'Record consent',
      '/consents/new',
    ],
    close(at),
    [fillsIn, 'Change the checklist', '/checklist'],
  ];
}

function afterRegistering(at: EpisodeProgress): Offer[] {
  const { status, may } = at;
  const decided = status === 'assessed' || status === 'delivering';
  return [
    [
      status !== 'closed' && !at.agreementRecorded && may['consent_record'],
      'Record consent',
      '/consents/new',
    ],
    [status === 'registered' && may['assessment_edit'], 'Start the assessment', '/assessment'],
    [status === 'assessing' && may['assessment_edit'], 'Continue the assessment', '/assessment'],
    [decided && !at.level && may['level_decide'], 'Decide the level of need', '/level'],
    [
      decided && !at.lead && !at.proposalWaiting && may['lead_propose'],
      'Propose a lead professional',
      '/lead-professional/proposals/new',
    ],
    [status === 'assessed' && may['team_edit'], 'Build the team', '/team'],
    [decided && !at.planStarted && may['plan_edit'], 'Start the plan', '/plan/outcomes/new'],
    [status === 'delivering' && may['review_hold'], 'Hold a review', '/reviews'],
    close(at),
  ];
}

/**
 * An episode cannot close while a safety concern is open, or while social care has yet to answer a step-up that the
 * checklist asked for.
 */
function close({
  status,
  concernHref,
  decision,
  stepUpWaiting,
  closureProposed,
  may,
}: EpisodeProgress): Offer {
  const waits = closureProposed || concernHref !== null || (decision === 'safeguarding' && stepUpWaiting);
  return [status !== 'closed' && !waits && may['episode_close'], 'Close the episode', '/closure'];
}
