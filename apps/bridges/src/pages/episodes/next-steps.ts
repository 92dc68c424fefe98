export interface WhereItStands {
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
  readonly may: Readonly<Record<string, boolean>>;
}
export interface NextStep {
  readonly text: string;
  readonly href: string;
}

/** The way of an episode in the order of practice; each step offered only where it stands and to whoever may take it. */
export function nextSteps(at: WhereItStands): NextStep[] {
  const { status, may } = at;
  const decided = status === 'assessed' || status === 'delivering';
  const offered: readonly (readonly [boolean | undefined, string, string | null])[] = [
    [at.proposedToMe && may['lead_accept'], 'Answer: will you lead?', null],
    [status === 'checklist' && may['checklist_complete'], 'Complete the checklist', '/checklist'],
    [
      status !== 'checklist' && status !== 'closed' && !at.agreementRecorded && may['consent_record'],
      'Record what the family agrees',
      '/consents/new',
    ],
    [status === 'registered' && may['assessment_edit'], 'Begin the assessment', '/assessment'],
    [status === 'assessing' && may['assessment_edit'], 'Go on with the assessment', '/assessment'],
    [decided && !at.level && may['level_decide'], 'Decide the level of need', '/level'],
    [
      decided && !at.lead && !at.proposalWaiting && may['lead_propose'],
      'Propose a lead professional',
      '/lead-professional/proposals/new',
    ],
    [status === 'assessed' && may['team_edit'], 'Build the team', '/team'],
    [decided && !at.planStarted && may['plan_edit'], 'Begin the plan', '/plan/outcomes/new'],
    [status === 'delivering' && may['review_hold'], 'Hold a review', '/reviews'],
    [
      status !== 'closed' && status !== 'checklist' && !at.closureProposed && may['episode_close'],
      'Close the episode',
      '/closure',
    ],
  ];
  return offered
    .filter(([fits]) => fits)
    .map(([, text, path]) => ({ text, href: path === null ? '/proposals' : `/episodes/${at.id}${path}` }));
}
