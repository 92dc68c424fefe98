import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import type { Environment } from 'nunjucks';
import { mayEver, type Permission } from '#libs/access';
import { createViewEngine, render } from '#libs/page-kit';
import { type Actor, CONFIG, type Config, type FieldError, londonDate, projectRoot } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';
import { FormTokens } from './form-token.js';
import type { BridgesRequest } from './request.js';
import { withSentForm } from './sent-form.js';
import { withDrafts } from './with-drafts.js';
import { secondsLeft } from './session-time.js';
import { takeFlash } from './session.js';

const NAVIGATION: readonly { text: string; href: string; permission: Permission }[] = [
  { text: 'Home', href: '/', permission: 'directory.read' },
  { text: 'Find a child', href: '/children', permission: 'child.search' },
  { text: 'Episodes', href: '/episodes', permission: 'episode.list' },
  { text: 'Caseload', href: '/caseload', permission: 'caseload.read' },
  { text: 'Step-ups', href: '/step-ups', permission: 'step_up.queue' },
  { text: 'Access log', href: '/log', permission: 'log.read' },
  { text: 'Duplicates', href: '/duplicates', permission: 'child.merge' },
  { text: 'Panels', href: '/panels', permission: 'panel.sit' },
  { text: 'Questions', href: '/access-questions', permission: 'access_question.answer' },
  { text: 'Figures', href: '/figures', permission: 'figures.read' },
  { text: 'Emergencies', href: '/emergency-accesses', permission: 'emergency.second' },
  { text: 'Audits', href: '/audits', permission: 'audit.read' },
  { text: 'Directory', href: '/directory', permission: 'directory.read' },
  { text: 'People', href: '/people', permission: 'people.manage' },
  { text: 'Requests', href: '/requests', permission: 'rights.manage' },
  { text: 'Retention', href: '/retention', permission: 'retention.queue' },
];

/** Views are loaded from the source tree, beside their controllers; a build uses the same files. */
const views = join(projectRoot, 'apps/bridges/src/pages');

/** Renders a view with its data and what every page shares. */
@Injectable()
export class PageRenderer {
  private readonly engine: Environment;
  private readonly tokens: FormTokens;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.tokens = new FormTokens(config);
    this.engine = createViewEngine([views], {
      watch:
        dirname(fileURLToPath(import.meta.url)).includes('/apps/') &&
        !this.config.production &&
        process.env['BRIDGES_WATCH'] === '1',
    });
  }

  render(request: BridgesRequest, view: string, given: object): string {
    const data = request.draft ? withoutFieldErrors(given) : given;
    const html = render(this.engine, view, { ...this.everyPage(request, view), ...data });
    const shown = request.isShownAgain ? withSentForm(html, request, errorsOf(data).length > 0) : html;
    return request.actor ? withDrafts(shown, request) : shown;
  }

  private everyPage(request: BridgesRequest, view: string) {
    return {
      actor: request.actor ? personNameSql(request.actor) : null,
      demo: this.config.demo,
      csrfToken: hasForm(request, view) ? this.tokens.forRequest(request) : '',
      cspNonce: request.cspNonce,
      currentPath: request.path,
      // What was typed into the search in the header, on a page that shows it again.
      quickName: '',
      today: londonDate(request.moment ?? new Date()),
      navigation: request.actor ? navigationFor(request.actor, request.path) : [],
      flash: takeFlash(request),
      draft: request.draft ?? null,
      session: request.actor ? sessionOf(request, this.config) : null,
    };
  }
}

const errorsOf = (data: object): readonly FieldError[] =>
  (data as { errors?: readonly FieldError[] }).errors ?? [];

/** A form that is not finished has no mistakes yet; what remains is said of the whole, such as a change made since. */
const withoutFieldErrors = (data: object): object => ({
  ...data,
  ...('errors' in data ? { errors: errorsOf(data).filter(({ field }) => field === '') } : {}),
});

/** Without a session only these pages have a form; other pages need no token. */
const FORMS_FOR_STRANGERS = new Set([
  'sign-in/sign-in.njk',
  'sign-in/passkey-sign-in.njk',
  'accounts/invitation.njk',
  'accounts/password-reset.njk',
  'accounts/forgotten-password.njk',
  'accounts/sign-in-code.njk',
  'accounts/sign-in-set-up.njk',
]);
const hasForm = (request: BridgesRequest, view: string): boolean =>
  Boolean(request.user && request.session) || FORMS_FOR_STRANGERS.has(view);

/** When the session ends if nothing more is done, and whether the page is the answer to something typed. */
function sessionOf({ session, method }: BridgesRequest, { sessions }: Config) {
  const left = secondsLeft(session, sessions);
  return { secondsLeft: left, minutesLeft: Math.floor(left / 60), hasTyped: method === 'POST' };
}

function personNameSql(actor: Actor) {
  return {
    name: actor.name,
    roleLabel: labelOf(PRACTITIONER_ROLES, actor.role as PractitionerRole),
    agencyName: actor.agencyName,
    posts: actor.posts,
    searches: mayEver(actor.role, 'child.search'),
  };
}

function navigationFor(actor: Actor, path: string): { text: string; href: string; active: boolean }[] {
  return NAVIGATION.filter(({ permission }) => mayEver(actor.role, permission)).map(({ text, href }) => ({
    text,
    href,
    active: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
  }));
}
