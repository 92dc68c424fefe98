import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Allow, PERSONAL_TOKEN_DAYS, PersonalTokensService } from '#libs/access';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { keysOf, labelOf, optionsOf, TOKEN_SCOPES } from '#libs/terms';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { submit } from '../../http/submit.js';
import { accountOf } from './own-account.js';

/** Tokens with which a person's own programs use the API as that person. */
@Controller('tokens')
export class PersonalTokensController {
  constructor(private readonly tokens: PersonalTokensService) {}

  @Get()
  @Allow('directory.read')
  show(@Req() request: BridgesRequest): Promise<Page> {
    return this.load(request);
  }

  /** Answers with a page instead of a redirect: the token is shown once, and stored nowhere in readable form. */
  @Post()
  @Allow('directory.read')
  @ConfirmedRecently()
  async create(@Req() request: BridgesRequest, @Body() body: unknown): Promise<Page> {
    const form = readNewToken(body);
    const result = await submit(form, (values) =>
      this.tokens.create(accountOf(request), actor().postId, values),
    );
    if (result.ok) return this.load(request, { created: result.value });
    return this.load(request, { errors: result.errors, typed: body as Record<string, unknown> }, 422);
  }

  @Post(':id/revocation')
  @Allow('directory.read')
  async revoke(@Req() request: BridgesRequest, @Param('id') id: string): Promise<Redirect> {
    await this.tokens.revoke(accountOf(request), id);
    return done('/tokens', 'Token revoked. Programs that use it can no longer sign in.');
  }

  private async load(
    request: BridgesRequest,
    more: RedisplayedForm & { readonly created?: { readonly name: string; readonly token: string } } = {},
    status = 200,
  ): Promise<Page> {
    const tokens = await this.tokens.list(accountOf(request));
    return new Page(
      'sessions/tokens.njk',
      {
        title: 'API tokens',
        tokens: tokens.map((token) => ({ ...token, scope: labelOf(TOKEN_SCOPES, token.scope) })),
        scopes: optionsOf(TOKEN_SCOPES),
        agency: actor().agencyName,
        created: null,
        errors: [],
        ...more,
        typed: more.typed ?? { scope: 'read', days: String(PERSONAL_TOKEN_DAYS.usual) },
      },
      status,
    );
  }
}

function readNewToken(body: unknown) {
  const form = new FormReader(body);
  return form.answer({
    name: form.text('name', { label: 'a name for the token', max: 100 }),
    scope: form.choice('scope', keysOf(TOKEN_SCOPES), { label: 'what the token can do' }),
    days: form.integer('days', { label: 'the number of days', ...PERSONAL_TOKEN_DAYS }),
  });
}
