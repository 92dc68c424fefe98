import {
  type Bundle,
  clockOf,
  type PassedOnRequest,
  type RequestClock,
  type RequestEvent,
  type RequestListItem,
  type RequestView,
} from '#libs/casework/rights';
import { date, formatFieldName, formatFieldValue, isTie, plural } from '#libs/page-kit';
import {
  COMPETENCE_OUTCOMES,
  type CodeList,
  EXEMPTIONS,
  optionsOf,
  REQUESTER_CAPACITIES,
  RIGHTS_REQUEST_ABOUT,
  RIGHTS_REQUEST_DECISIONS,
  RIGHTS_REQUEST_KINDS,
  RIGHTS_REQUEST_STATES,
  SENSITIVE_TOPICS,
} from '#libs/terms';

const labelIn = (list: CodeList, key: string | null): string => (key === null ? '' : (list[key] ?? key));

/** The deadline in one sentence, and whether it has passed. */
function toClockView(clock: RequestClock): { readonly words: string; readonly late: boolean } {
  const { state, dueOn, daysLeft, what } = clock;
  if (dueOn === null || daysLeft === null)
    return { words: what === 'acknowledge' ? 'Acknowledged' : 'Time limit stopped', late: false };
  const left =
    daysLeft < 0
      ? `${plural(-daysLeft, 'day')} late`
      : daysLeft === 0
        ? 'today'
        : `${plural(daysLeft, 'day')} left`;
  const words = {
    waiting_for_identity: `Due ${date(dueOn)} if identity is checked today`,
    paused: `Paused. Due ${date(dueOn)} if restarted today, ${left}`,
    running: `${what === 'acknowledge' ? 'Acknowledge by' : 'Due'} ${date(dueOn)}, ${left}`,
    stopped: 'Time limit stopped',
  };
  return { words: words[state], late: daysLeft < 0 && state !== 'waiting_for_identity' };
}

export function toRequestRowView(request: RequestListItem, today: string) {
  const clock = clockOf({ ...request, finished: request.finishedAt !== null }, today);
  return {
    href: `/requests/${request.id}`,
    kind: labelIn(RIGHTS_REQUEST_KINDS, request.kind),
    child: request.child,
    requester: request.requester,
    capacity: labelIn(REQUESTER_CAPACITIES, request.requesterCapacity).toLowerCase(),
    receivedOn: request.receivedOn,
    stands: request.finishedAt
      ? { words: labelIn(RIGHTS_REQUEST_DECISIONS, request.decision), late: false }
      : toClockView(clock),
  };
}

export const toPassedOnView = ({ kind, child, receivedOn, state, id }: PassedOnRequest) => ({
  href: `/requests/${id}`,
  kind: labelIn(RIGHTS_REQUEST_KINDS, kind),
  child,
  receivedOn,
  state: labelIn(RIGHTS_REQUEST_STATES, state),
});

/** One request, for the person who answers it. */
export function toRequestView(seen: RequestView) {
  const { request, child, clock, pauses, events } = seen;
  const finished = request.finishedAt !== null;
  return {
    id: request.id,
    href: `/requests/${request.id}`,
    version: request.version,
    kind: request.kind,
    finished,
    decided: request.decision !== null,
    extended: request.extendedToldOn !== null,
    paused: pauses.some(({ toOn }) => toOn === null),
    isComplaint: request.kind === 'complaint',
    clock: toClockView(clock),
    mayBundle: seen.whyNoBundle === null,
    whyNoBundle:
      request.kind === 'access' && request.about === 'child' && !finished ? seen.whyNoBundle : null,
    mayRelease: request.decision !== null && !finished,
    rows: [
      { key: 'Request', value: labelIn(RIGHTS_REQUEST_KINDS, request.kind) },
      { key: 'Child', value: child.name },
      ...(request.about === 'carer'
        ? [
            {
              key: 'About',
              value: `${request.aboutName}, ${labelIn(RIGHTS_REQUEST_ABOUT, 'carer').toLowerCase()}`,
            },
          ]
        : []),
      { key: 'In their own words', value: request.details },
      {
        key: 'Asked by',
        value: `${request.requester}. ${labelIn(REQUESTER_CAPACITIES, request.requesterCapacity)}`,
      },
      { key: 'Evidence of their authority', value: request.authorityShown },
      { key: 'Received', value: date(request.receivedOn) },
      {
        key: 'Identity checked',
        value: request.identityCheckedOn
          ? `${date(request.identityCheckedOn)}: ${request.identityCheckedHow}`
          : null,
      },
      { key: 'Clarification', value: request.clarification },
      ...(request.acknowledgedOn ? [{ key: 'Acknowledged', value: date(request.acknowledgedOn) }] : []),
      ...(request.extendedToldOn
        ? [{ key: 'Extended', value: `Told ${date(request.extendedToldOn)}: ${request.extendedBecause}` }]
        : []),
      ...pauses.map(({ fromOn, toOn, reason }) => ({
        key: 'Paused',
        value: `${date(fromOn)} to ${toOn ? date(toOn) : 'now'}: ${reason}`,
      })),
      { key: 'Can the child decide?', value: labelIn(COMPETENCE_OUTCOMES, request.childCompetence) },
      {
        key: 'Child’s views',
        value: request.childView ? `${request.childView} (${date(request.childViewOn)})` : null,
      },
      {
        key: 'Left out',
        value: [
          ...request.exemptions.map((one) => labelIn(EXEMPTIONS, one)),
          request.exemptionNote,
          request.redactions,
        ]
          .filter(Boolean)
          .join('. '),
      },
      ...(request.decision
        ? [
            {
              key: 'Decided',
              value: `${labelIn(RIGHTS_REQUEST_DECISIONS, request.decision)}: ${request.decisionReason}`,
            },
          ]
        : []),
      ...(request.releasedOn
        ? [{ key: 'Response given', value: `${date(request.releasedOn)}: ${request.releasedHow}` }]
        : []),
    ],
    history: events.map(toEventView),
  };
}

/** The history of actions, with only the names of the fields they changed; the values are shown above. */
function toEventView({ at, by, what, changes }: RequestEvent) {
  const fields = what.endsWith('added') ? '' : Object.keys(changes).map(formatFieldName).join(', ');
  return { at, by, what: `${capital(what)}${fields ? `: ${fields.toLowerCase()}` : ''}` };
}

/** Initial form values from what is known so far. */
export function toProgressFormValues({ request }: RequestView): Record<string, unknown> {
  return {
    ...request,
    ...dateTyped('identityCheckedOn', request.identityCheckedOn),
    ...dateTyped('acknowledgedOn', request.acknowledgedOn),
    ...dateTyped('childViewOn', request.childViewOn),
  };
}

export function dateTyped(name: string, day: string | null): Record<string, string> {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

export const requestChoices = {
  kinds: optionsOf(RIGHTS_REQUEST_KINDS),
  abouts: optionsOf(RIGHTS_REQUEST_ABOUT),
  capacities: optionsOf(REQUESTER_CAPACITIES),
};
export const progressChoices = {
  competences: [{ value: '', text: 'Not asked yet' }, ...optionsOf(COMPETENCE_OUTCOMES)],
  exemptions: optionsOf(EXEMPTIONS),
  decisions: optionsOf(RIGHTS_REQUEST_DECISIONS),
};

/** The carer in `carer:<id>`; undefined for the empty answer, and the whole text for anything else, which is no carer. */
export function carerIn(asked: unknown): string | undefined {
  if (asked === undefined || asked === '') return undefined;
  return /^carer:(.+)$/.exec(String(asked))?.[1] ?? String(asked);
}

/** Whom a request may be from, for the one who answers it; none when the child asks. */
export function requesterItems({ carers }: Bundle): { value: string; text: string }[] {
  if (carers.length === 0) return [];
  return [
    ...carers.map(({ id, name }) => ({ value: `carer:${id}`, text: name })),
    { value: '', text: 'None of these, or I do not know' },
  ];
}

/** The bundle as read and printed. */
export function toBundleView({ parts }: Bundle, localities: ReadonlyMap<string, string> = new Map()) {
  return parts.map(({ title, items }) => ({
    title,
    items: items.map(({ topic, values }) => ({
      topic: topic ? labelIn(SENSITIVE_TOPICS, topic) : null,
      values: values
        .map((one) => ({ ...one, value: localities.get(one.value) ?? one.value }))
        .filter(({ name, value }) => name !== 'topic' && !isTie(name, value))
        .map(({ name, value, thirdParty, mentions }) => ({
          name: formatFieldName(name),
          value: formatFieldValue(name, value),
          thirdParty,
          mentions: mentions.join('; '),
        })),
    })),
  }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
