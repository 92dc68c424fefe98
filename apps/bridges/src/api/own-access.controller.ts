import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, PERSONAL_TOKEN_DAYS, PersonalTokensService, SessionsService } from '#libs/access';
import { actor, forbidden, unreachable } from '#libs/platform';
import { TOKEN_SCOPES, type TokenScope } from '#libs/terms';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { AnswerNotKept } from '../http/idempotency.interceptor.js';
import type { BridgesRequest } from '../http/request.js';
import { Created } from '../http/versioned.js';
import { Integer, OneOf, ShortText } from './fields.js';

export class TokenBody {
  @ShortText(100) name: string;
  @OneOf(TOKEN_SCOPES) scope: TokenScope;
  @Integer(PERSONAL_TOKEN_DAYS.min, PERSONAL_TOKEN_DAYS.max) days: number;
}

@ApiTags('session')
@Controller('api/v1/me')
export class OwnAccessApiController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tokens: PersonalTokensService,
  ) {}

  /** The signed-in person's sessions of pages, the last used first. */
  @ApiOperation({ summary: 'List my sessions' })
  @Get('sessions')
  @Allow('directory.read')
  async listSessions(@Req() request: BridgesRequest) {
    return { items: await this.sessions.list(accountOf(request)), next: null };
  }

  @ApiOperation({ summary: 'End one of my sessions' })
  @Delete('sessions/:id')
  @Allow('directory.read')
  @ConfirmedRecently()
  @HttpCode(204)
  async endSession(@Req() request: BridgesRequest, @Param('id') id: string): Promise<void> {
    if (!(await this.sessions.end(accountOf(request), id))) throw unreachable();
  }

  @ApiOperation({ summary: 'List my tokens' })
  @Get('tokens')
  @Allow('directory.read')
  async listTokens(@Req() request: BridgesRequest) {
    return { items: await this.tokens.list(accountOf(request)), next: null };
  }

  /** The token is in this answer and in no other. It acts in the post of the token that created it. */
  @ApiOperation({ summary: 'Create a token' })
  @Post('tokens')
  @AnswerNotKept()
  @Allow('directory.read')
  @ConfirmedRecently()
  async createToken(@Req() request: BridgesRequest, @Body() body: TokenBody) {
    // A token that has leaked must not be able to outlive its revocation.
    if (request.token?.kind !== 'session')
      throw forbidden('A personal token cannot create tokens. Sign in with your password.');
    return new Created(
      await this.tokens.create(accountOf(request), actor().postId, body),
      '/api/v1/me/tokens',
    );
  }

  @ApiOperation({ summary: 'Revoke a token' })
  @Delete('tokens/:id')
  @Allow('directory.read')
  @HttpCode(204)
  revokeToken(@Req() request: BridgesRequest, @Param('id') id: string): Promise<void> {
    return this.tokens.revoke(accountOf(request), id);
  }
}

function accountOf({ token }: BridgesRequest): string {
  if (!token) throw unreachable();
  return token.accountId;
}
