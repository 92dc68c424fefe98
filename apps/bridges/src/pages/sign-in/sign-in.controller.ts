import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import passport from 'passport';
import { ActorsService, Allow, Open } from '#libs/access';
import {
  IdentityProvidersService,
  type OfferedProvider,
  PersonasService,
  ProviderSignInService,
  SecondFactorsService,
} from '#libs/accounts';
import { actor, CONFIG, type Config, ProblemError, RetryLaterProblem, unreachable } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';
import { DEMO_PASSWORD } from '../../demo-password.js';
import type { SignedIn } from '../../authentication/sign-in-completion.js';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { keptIn } from '../../http/kept-forms.js';
import { beginPendingSignIn } from '../../authentication/pending-sign-in.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { describeEnding } from './session-ending.js';

const ANY_ORIGIN = 'https://own.invalid';
const MAX_NEXT = 2_000;
const NOT_BY_PROVIDER =
  'You could not be signed in with your agency’s account. Try again, or ask your agency’s administrator.';

interface SignInForm {
  readonly username?: unknown;
  readonly password?: unknown;
  readonly next?: unknown;
}

@Controller()
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly personas: PersonasService,
    private readonly actors: ActorsService,
    private readonly sessions: BrowserSessions,
    private readonly factors: SecondFactorsService,
    private readonly providers: IdentityProvidersService,
    private readonly providerSignIns: ProviderSignInService,
  ) {}

  @Get('sign-in')
  @Open()
  async show(
    @Req() request: BridgesRequest,
    @Query('next') next?: unknown,
    @Query('refused') refused?: unknown,
    @Query('left') left?: unknown,
  ): Promise<Page | Redirect> {
    if (request.actor) return done(ownPath(next));
    const form = await this.form(request, next);
    return page('sign-in/sign-in.njk', {
      ...form,
      stillSignedInWith: form.providers.find(({ id }) => id === left) ?? null,
      isRefused: refused === 'provider',
      errors: refused === 'provider' ? [{ field: '', message: NOT_BY_PROVIDER }] : [],
    });
  }

  @Post('sign-in')
  @Open()
  async signIn(
    @Req() request: BridgesRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() form: SignInForm,
  ) {
    try {
      const user = await authenticate(request, response);
      if (user.step !== 'none') return done(await beginPendingSignIn(request, user, ownPath(form.next)));
      await this.sessions.begin(request, user.account.id, user as never, user.signIn!);
      return done(ownPath(form.next));
    } catch (error) {
      // Too many attempts, or too busy: an answer of its own, which says when to try again.
      if (!(error instanceof ProblemError) || error instanceof RetryLaterProblem) throw error;
      return pageWithErrors('sign-in/sign-in.njk', {
        ...(await this.form(request, form.next)),
        typed: { username: typeof form.username === 'string' ? form.username.slice(0, 100) : '' },
        errors: [{ field: 'username', message: error.message }],
      });
    }
  }

  @Post('sign-out')
  @Open()
  async signOut(
    @Req() request: BridgesRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Redirect> {
    const { provider } = request.session;
    await this.sessions.end(request, response);
    // What was kept on the device, where its script did not run.
    response.set('Clear-Site-Data', '"storage"');
    return done(
      provider && (await this.canSignOutOf(provider.id)) ? `/sign-in?left=${provider.id}` : '/sign-in',
    );
  }

  @Get('switch-post')
  @Allow('directory.read')
  async posts(): Promise<Page> {
    const posts = await this.actors.postsOf(actor().practitionerId);
    return page('sign-in/switch-post.njk', {
      title: 'Switch post',
      posts: posts.map((post) => ({
        id: post.postId,
        role: labelOf(PRACTITIONER_ROLES, post.role as PractitionerRole),
        agency: post.agencyName,
        current: post.postId === actor().postId,
      })),
    });
  }

  @Post('switch-post')
  @Allow('directory.read')
  async switchPost(@Req() request: BridgesRequest, @Body('post') wanted: unknown): Promise<Redirect> {
    const chosen = (await this.actors.postsOf(actor().practitionerId)).find((post) => post.postId === wanted);
    if (!chosen) throw unreachable();
    const held = request.user as { accountId: string; practitionerId: string };
    // Where the provider asked for a second proof, signing in asked for none here.
    if (!request.session.provider?.isStrong)
      await this.factors.assertStepForPosts({ id: held.accountId, practitionerId: held.practitionerId });
    (request.session as unknown as { passport: { user: unknown } }).passport.user = {
      ...held,
      postId: chosen.postId,
    };
    return done('/', `You have switched to your post at ${chosen.agencyName}.`);
  }

  private async canSignOutOf(providerId: string): Promise<boolean> {
    const provider = await this.providers.find(providerId);
    return provider !== null && (await this.providerSignIns.endAddress(provider).catch(() => null)) !== null;
  }

  /** Why the visitor is here, if they were signed in before; nothing about anyone else. */
  private async signedOut(request: BridgesRequest, next: string) {
    const ending = await this.sessions.ending(request);
    if (!ending || ending === 'sign_out') return null;
    return {
      why: describeEnding(ending, this.config.sessions),
      isKept: keptIn(next) !== null,
    };
  }

  private async form(request: BridgesRequest, next: unknown) {
    const personas = this.config.demo ? await this.personas.all() : [];
    return {
      title: 'Sign in',
      next: ownPath(next),
      providers: await this.providers.offered(),
      stillSignedInWith: null as OfferedProvider | null,
      isRefused: false,
      signedOut: await this.signedOut(request, ownPath(next)),
      typed: {},
      demoPassword: this.config.demo ? DEMO_PASSWORD : null,
      personas: personas.map((persona) => ({
        ...persona,
        roleLabel: labelOf(PRACTITIONER_ROLES, persona.role as PractitionerRole),
      })),
    };
  }
}

function authenticate(request: BridgesRequest, response: Response): Promise<SignedIn> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, user: SignedIn | false): void => {
      if (error) reject(error as Error);
      else if (user) resolve(user);
      else reject(new ProblemError(401, 'Enter a correct user name and password.'));
    };
    (
      passport.authenticate('local', answer) as (
        request: unknown,
        response: unknown,
        next: (error: unknown) => void,
      ) => void
    )(request, response, reject);
  });
}

/** A path on this site with its query, and nothing that a browser takes for another site. */
export function ownPath(next: unknown): string {
  const hasOnlyOwnParts = typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%+~:,!*'()@;$]*$/.test(next);
  if (!hasOnlyOwnParts || next.length > MAX_NEXT || /^\/sign-(?:in|out)(?:[?/]|$)/.test(next)) return '/';
  const url = new URL(next, ANY_ORIGIN);
  return url.origin === ANY_ORIGIN ? url.pathname.replace(/^\/+/, '/') + url.search : '/';
}
