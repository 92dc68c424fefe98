import type {
  AssessmentElement,
  ChecklistDecision,
  ChecklistQuestion,
  MissingCommentReason,
  NeedsCategory,
  SensitiveTopic,
  YesNoNotSure,
} from '#libs/terms';
import type { PersonaKey } from '../personas.js';
import { changes, does, makes, type Act } from './act.js';
import { day, type Handle, path } from './handles.js';

type Answer = readonly [answer: YesNoNotSure, note?: string];

interface ChecklistInput {
  readonly answers: Readonly<Partial<Record<ChecklistQuestion, Answer>>>;
  readonly extraHelp?: string;
  readonly clearWhatIsNeeded?: YesNoNotSure;
  readonly ownServiceCanProvide?: YesNoNotSure;
  readonly moreThanOneService?: YesNoNotSure;
  readonly assessmentWouldHelp?: YesNoNotSure;
  readonly discussedWithChild?: boolean;
  readonly discussedWithParent?: boolean;
  readonly reasonNotDiscussed?: string;
}

function checklistBody(input: ChecklistInput): object {
  const answers = Object.entries(input.answers).map(([question, [answer, note]]) => [
    question,
    note ? { answer, note } : { answer },
  ]);
  return { ...input, answers: Object.fromEntries(answers) as object };
}

/** Leaves a checklist half completed. */
export function beginsChecklist(on: number, by: PersonaKey, family: Handle, input: ChecklistInput): Act {
  const to = path`/episodes/${family}/checklist`;
  return changes(on, by, `begins the checklist of ${family.name}`, 'PUT', to, checklistBody(input));
}

export function completesChecklist(
  on: number,
  by: PersonaKey,
  family: Handle,
  input: ChecklistInput & { readonly extraHelp: string; readonly decision?: ChecklistDecision },
): Act {
  const body = {
    clearWhatIsNeeded: 'not_sure',
    ownServiceCanProvide: 'no',
    moreThanOneService: 'yes',
    assessmentWouldHelp: 'yes',
    existingAssessment: 'none',
    discussedWithChild: true,
    discussedWithParent: true,
    decision: 'common_assessment',
    decidedOn: day(on),
    ...checklistBody(input),
    complete: true,
  };
  const to = path`/episodes/${family}/checklist`;
  return changes(on, by, `completes the checklist of ${family.name}`, 'PUT', to, body);
}

interface ElementInput {
  readonly element: AssessmentElement;
  readonly topic?: SensitiveTopic;
  readonly strengths?: string;
  readonly needs?: string;
  readonly evidence?: string;
  readonly childsWords?: string;
  readonly levelIndicator?: 1 | 2 | 3 | 4;
  readonly notExploredBecause?: string;
}
interface AssessmentInput {
  readonly sections?: {
    readonly people_present?: {
      readonly people: readonly { readonly name: string; readonly role: string; readonly agency?: string }[];
    };
    readonly reason?: { readonly what_led: string };
    readonly family_and_home?: { readonly structure: string; readonly lives_with: string };
    readonly services?: {
      readonly services: readonly {
        readonly name: string;
        readonly contact?: string;
        readonly status: string;
      }[];
    };
    readonly conclusions?: {
      readonly strengths_summary: string;
      readonly needs_summary: string;
      readonly needs_category: NeedsCategory;
      readonly goals: string;
    };
    readonly comments?: {
      readonly child_comment?: string;
      readonly child_comment_missing?: MissingCommentReason;
      readonly parent_comment?: string;
      readonly parent_comment_missing?: MissingCommentReason;
    };
  };
  readonly elements?: readonly ElementInput[];
}

export function writesAssessment(on: number, by: PersonaKey, family: Handle, input: AssessmentInput): Act {
  const to = path`/episodes/${family}/assessment`;
  return changes(on, by, `writes the assessment of ${family.name}`, 'PATCH', to, input);
}

export function completesAssessment(on: number, by: PersonaKey, family: Handle): Act {
  const to = path`/episodes/${family}/assessment/completion`;
  return does(on, by, `completes the assessment of ${family.name}`, to);
}

interface LevelInput {
  readonly level: 1 | 2 | 3 | 4;
  readonly reason: string;
  readonly evidence?: string;
  readonly familyView: string;
}

export function decidesLevel(on: number, by: PersonaKey, family: Handle, input: LevelInput): Act {
  const to = path`/episodes/${family}/level-decisions`;
  return makes(on, by, `sets the level of ${family.name}`, to, input);
}

interface StepUpInput {
  readonly reason: string;
  readonly evidence?: string;
  readonly familyAgreement: 'agreed' | 'not_agreed' | 'not_asked';
  readonly familyAgreementNote?: string;
}

export function raisesStepUp(
  on: number,
  by: PersonaKey,
  as: Handle,
  family: Handle,
  input: StepUpInput,
): Act {
  const to = path`/episodes/${family}/step-ups`;
  return makes(on, by, `asks social care about ${family.name}`, to, input, { keeps: as });
}

export interface StepUpAnswer {
  readonly outcome: 'accepted' | 'advice' | 'back_to_early_help' | 'no_further_action';
  readonly reason: string;
}

export function answersStepUp(
  on: number,
  by: PersonaKey,
  which: Handle,
  family: Handle,
  input: StepUpAnswer,
): Act {
  const to = path`/episodes/${family}/step-ups/${which}/outcome`;
  return does(on, by, `answers the step-up of ${family.name}`, to, input);
}
