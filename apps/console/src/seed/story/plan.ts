import type {
  AssessmentElement,
  ConsentReaffirmed,
  EveryChildMattersOutcome,
  MissingCommentReason,
  ReviewType,
} from '#libs/terms';
import { practitioner } from '../county.js';
import type { PractitionerKey } from '../county/practitioners.js';
import type { PersonaKey } from '../personas.js';
import { changes, makes, type Act } from './act.js';
import { day, type Day, type Handle, path } from './handles.js';

interface OutcomeInput {
  readonly description: string;
  readonly everyChildMatters: EveryChildMattersOutcome;
  readonly startingScore: number;
  readonly targetScore?: number;
  readonly elements?: readonly AssessmentElement[];
}

export function addsOutcome(
  on: number,
  by: PersonaKey,
  as: Handle,
  family: Handle,
  input: OutcomeInput,
): Act {
  const to = path`/episodes/${family}/plan/outcomes`;
  return makes(on, by, `adds an outcome for ${family.name}`, to, input, { keeps: as });
}

interface ActionInput {
  readonly outcome: Handle;
  readonly description: string;
  /** A practitioner of the episode, or a family member by name. */
  readonly doer: PractitionerKey | { readonly name: string };
  readonly dueOn: Day;
  readonly familyAgreement?: 'yes' | 'no' | 'not_asked';
}

export function addsAction(on: number, by: PersonaKey, as: Handle, family: Handle, input: ActionInput): Act {
  const { outcome, doer, ...rest } = input;
  const body = {
    outcomeId: outcome,
    familyAgreement: 'yes',
    ...(typeof doer === 'string' ? { doerPractitionerId: practitioner(doer) } : { doerName: doer.name }),
    ...rest,
  };
  return makes(on, by, `adds an action for ${family.name}`, path`/episodes/${family}/plan/actions`, body, {
    keeps: as,
  });
}

function changesAction(
  on: number,
  by: PersonaKey,
  which: Handle,
  family: Handle,
  what: string,
  body: object,
): Act {
  const to = path`/episodes/${family}/plan/actions/${which}`;
  return changes(on, by, `${what} for ${family.name}`, 'PATCH', to, body, {
    path: path`/episodes/${family}/plan`,
    of: which,
  });
}

export function marksDone(
  on: number,
  by: PersonaKey,
  which: Handle,
  family: Handle,
  progressNote: string,
): Act {
  return changesAction(on, by, which, family, 'marks an action done', {
    status: 'done',
    doneOn: day(on),
    progressNote,
  });
}

export function reportsProgress(
  on: number,
  by: PersonaKey,
  which: Handle,
  family: Handle,
  status: 'on_track' | 'delayed',
  progressNote: string,
): Act {
  return changesAction(on, by, which, family, 'reports progress', { status, progressNote });
}

export function drops(
  on: number,
  by: PersonaKey,
  which: Handle,
  family: Handle,
  droppedBecause: string,
): Act {
  return changesAction(on, by, which, family, 'drops an action', { status: 'dropped', droppedBecause });
}

type Comment<Name extends string> =
  | { readonly [Key in `${Name}Comment`]: string }
  | { readonly [Key in `${Name}CommentMissing`]: MissingCommentReason };

export type ReviewInput = {
  readonly kind?: ReviewType;
  readonly peoplePresent: readonly { readonly name: string; readonly role: string }[];
  readonly whatHasChanged: string;
  readonly nextSteps: string;
  readonly scores: readonly {
    readonly outcomeId: Handle;
    readonly scorer: 'child' | 'parent' | 'worker';
    readonly score: number;
    readonly progress?: string;
  }[];
  readonly leadConfirmed?: boolean;
  readonly leadNote?: string;
  readonly level: 1 | 2 | 3;
  readonly levelReason: string;
  readonly consentReaffirmed?: ConsentReaffirmed;
} & ({ readonly nextReviewOn: Day } | { readonly toClose: true }) &
  Comment<'child'> &
  Comment<'parent'>;

export function holdsReview(on: number, by: PersonaKey, family: Handle, input: ReviewInput): Act {
  const body = {
    heldOn: day(on),
    kind: 'scheduled',
    leadConfirmed: true,
    consentReaffirmed: 'same',
    ...input,
  };
  return makes(on, by, `holds a review for ${family.name}`, path`/episodes/${family}/reviews`, body);
}
