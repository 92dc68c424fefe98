import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActorsService, Allow, Open, TokensService } from '#libs/access';
import { IdentityConfirmation, SecondFactorsService } from '#libs/accounts';
import type { Actor } from '#libs/platform';
import { actor, forbidden, unreachable } from '#libs/platform';
import type { SignedIn } from '../authentication/sign-in-completion.js';
import { SignInGuard } from '../authentication/sign-in.guard.js';
import { AnswerNotKept } from '../http/idempotency.interceptor.js';
import type { BridgesRequest } from '../http/request.js';
import { Id, OptionalSecret, Secret, ShortText } from './fields.js';

class Credentials {
  @ShortText() username: string;
  @Secret() password: string;
  /**
   * A code of the authenticator app, or a recovery code, for an account with a second step. Without it the answer is 401.
   * Passkeys are used on the pages only.
   */
  @OptionalSecret(50) code?: string;
}
export class ProofOfIdentity {
  /** A code for an account with a second step, its password for any other. */
  @Secret() passwordOrCode: string;
}
class ChosenPost {
  @Id() postId: string;
}

@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly tokens: TokensService,
    private readonly actors: ActorsService,
    private readonly identity: IdentityConfirmation,
    private readonly factors: SecondFactorsService,
  ) {}

  @ApiOperation({ summary: 'Sign in' })
  @Post('session')
  @AnswerNotKept()
  @Open()
  @UseGuards(SignInGuard)
  async signIn(@Req() request: BridgesRequest, @Body() _credentials: Credentials) {
    const { account, actor, signIn } = request.user as unknown as SignedIn;
    const { token, expiresAt } = await this.tokens.issue(account, actor, signIn!.at);
    return { token, expiresAt, practitioner: await this.person(actor) };
  }

  /**
   * For ten minutes the token answered may do what asks its holder to confirm who they are, such as emergency access. It
   * takes the place of the token that was sent, which has ended, and ends when that would have.
   */
  @ApiOperation({ summary: 'Confirm that it is me' })
  @Post('session/confirmation')
  @AnswerNotKept()
  @Allow('directory.read')
  @HttpCode(200)
  async confirm(@Req() request: BridgesRequest, @Body() { passwordOrCode }: ProofOfIdentity) {
    // A token that has leaked into a file must not be able to use up its owner's attempts.
    if (request.token?.kind === 'personal') throw forbidden('A personal token cannot confirm who you are.');
    const { practitionerId } = actor();
    await this.identity.assertIdentity(
      practitionerId,
      passwordOrCode,
      'passwordOrCode',
      request.ip ?? 'unknown',
    );
    return this.tokens.confirm(request.bearer!);
  }

  @ApiOperation({ summary: 'Sign out' })
  @Delete('session')
  @Allow('directory.read')
  @HttpCode(204)
  async signOut(@Req() request: BridgesRequest): Promise<void> {
    await this.tokens.end(request.bearer!);
  }

  @ApiOperation({ summary: 'Get the signed-in practitioner' })
  @Get('me')
  @Allow('directory.read')
  me() {
    return this.person(actor());
  }

  /** Switches the session to another of the practitioner's own posts. */
  @ApiOperation({ summary: 'Act in another of my posts' })
  @Put('me/post')
  @Allow('directory.read')
  async switchPost(@Req() request: BridgesRequest, @Body() { postId }: ChosenPost) {
    // A personal token stays in the post that it was created in.
    if (request.token?.kind === 'personal') throw forbidden('A personal token cannot switch posts.');
    const mine = await this.actors.postsOf(actor().practitionerId);
    const chosen = mine.find((post) => post.postId === postId);
    if (!chosen) throw unreachable();
    const { accountId } = request.token!;
    await this.factors.assertStepForPosts({ id: accountId, practitionerId: actor().practitionerId });
    await this.tokens.actIn(request.bearer!, postId);
    return this.person(chosen);
  }

  private async person(who: Actor) {
    const posts = await this.actors.postsOf(who.practitionerId);
    return {
      id: who.practitionerId,
      name: who.name,
      jobTitle: who.jobTitle,
      role: who.role,
      postId: who.postId,
      agency: { id: who.agencyId, name: who.agencyName },
      locality: who.localityId ? { id: who.localityId, name: who.localityName } : null,
      posts: posts.map((post) => ({
        id: post.postId,
        role: post.role,
        agency: { id: post.agencyId, name: post.agencyName },
      })),
    };
  }
}
