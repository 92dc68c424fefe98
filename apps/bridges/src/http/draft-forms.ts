import type { Request } from 'express';
import type { DraftOrigin, DraftSubject, Permission } from '#libs/access';
import { isId } from '#libs/platform';
import { FORM_FIELD, isAddress } from './draft-fields.js';

type Origin = DraftOrigin['table'] | 'none';

/** A form whose text is kept as a draft while it is typed. */
export interface DraftForm {
  /** What it is called in a list of unfinished forms. */
  readonly name: string;
  readonly permission: Permission;
  /** The patterns of the pages that it is on, where they are not its own address. */
  readonly pages: readonly string[];
  /** The table of the row that the address names, or 'none'. Without it, the address names an episode or a child. */
  readonly origin?: Origin;
}

const form = (name: string, permission: Permission, ...pages: string[]): DraftForm => ({
  name,
  permission,
  pages,
});
const formOf = (origin: Origin, name: string, permission: Permission, ...pages: string[]): DraftForm => ({
  ...form(name, permission, ...pages),
  origin,
});

/** By the pattern of the address that they are sent to. Forms with an id of a row that is looked up have it as `:id`. */
export const DRAFT_FORMS: Readonly<Record<string, DraftForm>> = {
  '/episodes/:id/checklist': form('Checklist', 'checklist.complete'),
  '/episodes/:id/assessment/sections/:section': form('Part of the assessment', 'assessment.edit'),
  '/episodes/:id/assessment/elements/:element': form('Part of the assessment', 'assessment.contribute'),
  '/episodes/:id/consents': form('Consent', 'consent.record', '/episodes/:id/consents/new'),
  '/episodes/:id/consents/changes': form('Change in consent', 'consent.record', '/episodes/:id/consents'),
  '/episodes/:id/consents/sign-offs': form('Sign-off', 'withdrawal.sign_off', '/episodes/:id/consents'),
  '/consents/:id/withdrawal': formOf('consents', 'Withdrawal of consent', 'consent.withdraw'),
  '/episodes/:id/level': form('Level of need', 'level.decide'),
  '/episodes/:id/step-ups': form('Step-up', 'step_up.raise', '/episodes/:id/level'),
  '/step-ups/:id': formOf('step_ups', 'Answer to a step-up', 'step_up.decide', '/step-ups'),
  '/episodes/:id/team/:memberId/ending': form('End of team membership', 'team.edit'),
  '/episodes/:id/meetings': form('Meeting', 'meeting.convene', '/episodes/:id/meetings/new'),
  '/episodes/:id/meetings/:meetingId': form('Minutes of a meeting', 'meeting.minute'),
  '/episodes/:id/meetings/:meetingId/notes': form('Sensitive note of a meeting', 'meeting.minute'),
  '/episodes/:id/reviews/:reviewId/notes': form('Sensitive note of a review', 'review.hold'),
  '/episodes/:id/reviews': form('Review', 'review.hold'),
  '/episodes/:id/reviews/next': form('Date of the next review', 'review.hold'),
  '/episodes/:id/plan/outcomes': form('Outcome of the plan', 'plan.edit', '/episodes/:id/plan/outcomes/new'),
  '/episodes/:id/plan/outcomes/:outcomeId': form('Outcome of the plan', 'plan.edit'),
  '/episodes/:id/plan/actions': form('Action of the plan', 'plan.edit', '/episodes/:id/plan/actions/new'),
  '/episodes/:id/plan/actions/:actionId': form('Action of the plan', 'plan.act'),
  '/episodes/:id/closure': form('Closing the episode', 'episode.close'),
  '/episodes/:id/closure/undoing': form('Undoing the closure', 'closure.undo', '/episodes/:id/closure'),
  '/episodes/:id/closure/proposals/:proposalId/return': form(
    'Answer to a proposed closure',
    'closure.approve',
    '/episodes/:id/closure',
  ),
  '/episodes/:id/chronology': form('Note for the chronology', 'chronology.add'),
  '/episodes/:id/disclosures': form(
    'Decision to share',
    'disclosure.record',
    '/episodes/:id/disclosures/new',
  ),
  '/episodes/:id/requests': form('Request about records', 'rights.register', '/episodes/:id/requests/new'),
  '/requests/:id/progress': formOf(
    'rights_requests',
    'Request about records',
    'rights.manage',
    '/requests/:id',
  ),
  '/requests/:id/extension': formOf(
    'rights_requests',
    'Request about records',
    'rights.manage',
    '/requests/:id',
  ),
  '/requests/:id/pauses': formOf(
    'rights_requests',
    'Request about records',
    'rights.manage',
    '/requests/:id',
  ),
  '/requests/:id/decision': formOf(
    'rights_requests',
    'Answer to a request',
    'rights.manage',
    '/requests/:id',
  ),
  '/requests/:id/release': formOf('rights_requests', 'Release of records', 'rights.manage', '/requests/:id'),
  '/episodes/:id/corrections': form('Correction', 'correction.ask', '/episodes/:id/corrections/new'),
  '/episodes/:id/corrections/:correction': form(
    'Answer to a correction',
    'correction.decide',
    '/episodes/:id/corrections',
  ),
  '/episodes/:id/lead-professional/proposals': form(
    'Proposal of a lead professional',
    'lead.propose',
    '/episodes/:id/lead-professional/proposals/new',
  ),
  '/episodes/:id/lead-professional/proposals/:proposalId/refusal': form(
    'Answer to a proposal',
    'lead.accept',
    '/proposals',
  ),
  '/episodes/:id/lead-professional/ending': form('End of a lead professional', 'lead.end'),
  '/episodes/:id/panel': form('Referral to a panel', 'panel.refer'),
  '/panel-items/:id/decision': formOf(
    'panel_items',
    'Decision of a panel',
    'panel.decide',
    '/panel-meetings/:meeting',
  ),
  '/episodes/:id/children': form('Adding a child', 'membership.change', '/episodes/:id/children/new'),
  '/episodes/:id/children/:childId/removal': form('Removing a child', 'membership.change'),
  '/episodes/:id/safety-concerns/:concernId': form('Safety concern', 'safety_concern.answer'),
  '/episodes/new': formOf('none', 'New episode', 'episode.open'),
  '/emergency-accesses/:id/review': formOf('none', 'Review of emergency access', 'emergency.review'),
  '/children/:id/change': form('Personal details', 'family.edit'),
  '/children/:id/carers/new': form('New parent or carer', 'family.edit'),
  '/children/:id/carers/:carerId/change': form('Parent or carer', 'family.edit'),
  '/children/:id/carers/:carerId/responsibility': form('Parental responsibility', 'family.edit'),
  '/children/:id/carers/:carerId/contact': form('Contact with a parent or carer', 'family.edit'),
  '/children/:id/carers/:carerId/end': form('End of a parent or carer', 'family.edit'),
  '/children/:id/child-ties/new': form('Relationship', 'family.edit'),
  '/children/:id/child-ties/:tieId/end': form('End of a relationship', 'family.edit'),
  '/children/:id/carer-ties/new': form('Relationship', 'family.edit'),
  '/children/:id/carer-ties/:tieId/end': form('End of a relationship', 'family.edit'),
  '/children/:id/homes/new': form('Home', 'family.edit'),
  '/children/:id/homes/:homeId/change': form('Home', 'family.edit'),
  '/children/:id/moves/new': form('Move', 'family.edit'),
  '/children/:id/stays/:stayId/end': form('End of a stay', 'family.edit'),
  '/children/:id/immigration-statuses/new': form('Immigration status', 'family.edit'),
  '/children/:id/other-names/new': form('Other name', 'family.edit'),
  '/children/:id/birth': form('Birth', 'family.edit'),
  '/children/:id/death': form('Death', 'death.record'),
  '/children/:id/death/undoing': form('Death recorded in error', 'death.record'),
  '/children/:id/shields/new': form('Request to protect an address', 'shield.request'),
  '/shields/:id/decision': formOf('shields', 'Protected address', 'shield.decide', '/shields/:id'),
  '/shields/:id/ending': formOf('shields', 'End of protection', 'shield.decide', '/shields/:id'),
  '/access-questions/:id/answer': formOf(
    'none',
    'Answer to a question',
    'access_question.answer',
    '/access-questions',
  ),
  '/access-concerns/mine/:id': formOf('none', 'Why you opened a record', 'concern.explain'),
  '/access-concerns/:id/decision': formOf(
    'none',
    'Unusual access alert',
    'concern.review',
    '/access-concerns',
  ),
  '/audits': formOf('none', 'Audit', 'audit.commission'),
  '/panels': formOf('none', 'Panel', 'panel.manage'),
  '/retention/:id/proposal': form('Proposal to destroy a record', 'retention.manage', '/retention/:id'),
  '/retention/:id/holds': form('Hold on a record', 'retention.manage', '/retention/:id'),
  '/log/entries/:id/erasure': formOf('none', 'Erasure from the log', 'log.erase', '/log/entries/:id'),
  '/directory/services/new': formOf('none', 'Service', 'directory.edit'),
  '/directory/services/:id/change': formOf('none', 'Service', 'directory.edit'),
  '/directory/agencies/:agency/closing': formOf('none', 'Closing an agency', 'agencies.manage'),
};

const ABOUT: Readonly<Record<string, 'episodeId' | 'childId'>> = {
  episodes: 'episodeId',
  retention: 'episodeId',
  children: 'childId',
};

const matching = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/:\w+/g, '[\\w-]{1,60}')}$`);
const COMPILED = Object.entries(DRAFT_FORMS).map(([pattern, one]) => ({
  one,
  matches: matching(pattern),
  pages: (one.pages.length > 0 ? one.pages : [pattern]).map(matching),
}));
const PAGES = COMPILED.flatMap(({ pages }) => pages);
const pathOf = (address: string): string => address.split('?')[0]!;

/** The form that is sent to this address, if what is typed into it is kept. */
export const draftFormAt = (address: string): DraftForm | undefined =>
  COMPILED.find(({ matches }) => matches.test(pathOf(address)))?.one;

/** Whether this page has such a form. */
export const isDraftPage = (address: string): boolean => PAGES.some((page) => page.test(pathOf(address)));

/** Whether this form is on this page, or shown again at its own address. */
export function isFormOnPage(form: string, page: string): boolean {
  const known = COMPILED.find(({ matches }) => matches.test(pathOf(form)));
  return known !== undefined && [...known.pages, known.matches].some((one) => one.test(pathOf(page)));
}

/** What the form is about by its address, and the row to ask where the address does not say. */
export function addressedSubject(address: string): [DraftSubject, DraftOrigin | null] {
  const { permission, origin } = draftFormAt(address)!;
  const [, kind = '', id = ''] = pathOf(address).split('/');
  const about = !origin && isId(id) ? ABOUT[kind] : undefined;
  return [
    { permission, episodeId: null, childId: null, ...(about ? { [about]: id } : {}) },
    origin && origin !== 'none' ? { id, table: origin } : null,
  ];
}

/**
 * The address of the form that a request sends: its own or, from the button that saves for later, that of the form which the
 * button is on. Null for a save by the script, whose text is still on its page.
 */
export function sentForm({ path, originalUrl, body, headers }: SentRequest): string | null {
  if (path !== '/drafts') return originalUrl;
  const form = (body as Record<string, unknown> | undefined)?.[FORM_FIELD];
  return isAddress(form) && draftFormAt(form) && !/json/.test(headers.accept ?? '') ? form : null;
}
type SentRequest = Pick<Request, 'path' | 'originalUrl' | 'body' | 'headers'>;
