import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import passport from 'passport';
import { ActorsService, Allow, Open } from '#libs/access';
import { PersonasService } from '#libs/accounts';
import { actor, CONFIG, type Config, ProblemError, unreachable } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';
import { startSession } from '../../authentication/session-start.js';
import { DEMO_PASSWORD } from '../../demo-password.js';
import type { SignedIn } from '../../authentication/local.strategy.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';

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
  ) {}

  @Get('sign-in')
  @Open()
  async show(@Req() request: BridgesRequest, @Query('next') next?: unknown): Promise<Page | Redirect> {
    if (request.actor) return done('/');
    return page('sign-in/sign-in.njk', await this.form(next));
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
      await startSession(request, user);
      return done(ownPath(form.next));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return pageWithErrors('sign-in/sign-in.njk', {
        ...(await this.form(form.next)),
        typed: { username: typeof form.username === 'string' ? form.username.slice(0, 100) : '' },
        errors: [{ field: 'username', message: error.message }],
      });
    }
  }

  @Post('sign-out')
  @Open()
  async signOut(@Req() request: BridgesRequest): Promise<Redirect> {
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error: Error | null) => (error ? reject(error) : resolve())),
    );
    return done('/sign-in');
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
    (request.session as unknown as { passport: { user: unknown } }).passport.user = {
      ...held,
      postId: chosen.postId,
    };
    return done('/', `You have switched to your post at ${chosen.agencyName}.`);
  }

  private async form(next: unknown) {
    const personas = this.config.demo ? await this.personas.all() : [];
    return {
      title: 'Sign in',
      next: ownPath(next),
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

/** Only a path on this site, to prevent an open redirect after sign-in. */
function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : '/';
}
