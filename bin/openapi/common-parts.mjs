// What is the same for every operation of the API, and in no type: what it is called, its headers and its refusals.

export const info = {
  title: 'Bridges',
  description: `Multi-agency case coordination for children’s services.

**Signing in.** \`POST /api/v1/session\` answers with a token. Send it as \`Authorization: Bearer …\`; it is opaque and ends after half an hour without use, after ten hours, or with \`DELETE /api/v1/session\`. For a program of your own, \`POST /api/v1/me/tokens\` makes a token with a name, a scope and an end of its own.

**Permission.** 401: not signed in. 403: you may see this, and not do it. 404: there is nothing here that you can reach, whether or not it exists. What lies above your reach in something that you may see is null, and named in \`notShared\`.

**Safe retry.** Every POST of a signed-in person takes an \`Idempotency-Key\`: the same key with the same body gets the first answer again. Where body or answer holds a secret, no answer is kept, and each request is a new one.

**Versions.** A single resource has an \`ETag\`. What changes it needs \`If-Match\`; a stale one is refused with 412 and what is there now.

**Lists** are \`{"items": […], "next": null}\`; where \`next\` is a text, the same address with \`?cursor=\` and that text goes on.

**Values.** Days are \`YYYY-MM-DD\`, instants ISO 8601 in UTC, ids UUIDs. Where a field may be null, an empty text says the same. What a body does not describe is refused with 422.

**Refusals** are \`application/problem+json\` (RFC 9457). 422 names each field. 429 and 503 say in \`Retry-After\` when to try again.`,
  version: '1',
  license: { name: 'MIT', identifier: 'MIT' },
};

export const servers = [{ url: '/', description: 'The installation that serves this description' }];

export const tags = {
  session: 'Signing in and out, and the post that one acts in.',
  children: 'Finding children, and who they and their carers are.',
  episodes: 'Episodes of help: opened for a child or for brothers and sisters.',
  checklist: 'The checklist before an assessment.',
  assessment: 'The common assessment, its drafts and its versions.',
  'information sharing': 'What the family agreed, withdrawals, and decisions to share.',
  'triangle of need': 'The level of need, and step-ups to children’s social care.',
  team: 'The team around the child.',
  'lead professional': 'Who leads: proposals, answers, deputies.',
  meetings: 'Meetings of the team and their minutes.',
  plan: 'The plan: outcomes and actions.',
  reviews: 'Reviews of the plan.',
  closure: 'Closing an episode, with approval where it takes two.',
  chronology: 'What happened, in order.',
  'safety concerns': 'Answers that say that a child may not be safe.',
  access: 'Who can see an episode, why, and who looked.',
  'emergency access': 'Reading a closed record in an emergency, and the review of it.',
  shields: 'Protecting where a family is to be found.',
  sharing: 'Copies of a record, and what another person would get.',
  rights: 'Rights requests and corrections.',
  retention: 'How long records are kept, holds and destruction.',
  panels: 'Multi-agency panels, their meetings and agendas.',
  caseload: 'Counts of episodes by level, team, agency or place.',
  figures: 'Open episodes of the area in counts.',
  audits: 'Case audits of episodes that chance draws.',
  index: 'Asking whether a child is known.',
  directory: 'Agencies, teams, practitioners, services, localities and who to phone.',
  'business support': 'Colleagues who do the business support of a practitioner.',
  'access concerns': 'Access that looked odd: the explanation and the guardian’s decision.',
  'access log': 'Who did or read what, sealed.',
  demo: 'Only in a demonstration: its people, its clock and its messages.',
};

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const requestId = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
const refusal = (description, headers = {}) => ({
  description,
  headers: { ...requestId, ...headers },
  content: problem,
});
const retry = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };

/** By status: the name of the component, and the component. */
export const refusals = {
  400: ['BadRequest', refusal('The request could not be understood.')],
  401: ['Unauthorized', refusal('Not signed in, or no longer.')],
  403: ['Forbidden', refusal('You may not do this.')],
  404: ['NotFound', refusal('There is nothing here that you can reach.')],
  409: ['Conflict', refusal('What is there now does not allow this.')],
  412: ['PreconditionFailed', refusal('This has changed since you read it.')],
  413: ['ContentTooLarge', refusal('That is more than can be taken at once.')],
  415: ['UnsupportedMediaType', refusal('Send application/json.')],
  422: ['UnprocessableContent', refusal('Some fields are not right; each is named.')],
  428: ['PreconditionRequired', refusal('Send If-Match.')],
  429: ['TooManyRequests', refusal('Too many at once, or too many tries.', retry)],
  503: ['ServiceUnavailable', refusal('The database is away or busy.', retry)],
};

export const parameters = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag that this resource had when you read it.',
    schema: { type: 'string', examples: ['"v3"'] },
  },
  OptionalIfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The ETag that this resource had when you read it; refused when it is stale.',
    schema: { type: 'string', examples: ['"v3"'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'A text of your own for this one act: sent again, it gets the first answer again.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
};

export const headers = {
  RequestId: {
    description: 'Names this request in the log.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
  ETag: {
    description: 'The version of this resource, for If-Match.',
    required: true,
    schema: { type: 'string', pattern: '^"v\\d+"$' },
  },
  OptionalETag: {
    description: 'The version of this resource, for If-Match, where you may change it.',
    schema: { type: 'string', pattern: '^"v\\d+"$' },
  },
  Location: {
    description: 'Where what was made is to be read.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
  RetryAfter: {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', minimum: 0 },
  },
};

export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'The opaque token that signing in answered with.' },
};

/** Ids in addresses that are no UUIDs. */
export const pathSchemas = {
  rule: { type: 'string' },
  number: { type: 'integer', minimum: 1 },
};
