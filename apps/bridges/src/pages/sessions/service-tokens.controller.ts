import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Allow, type NewServiceToken, SERVICE_TOKEN_DAYS, ServiceTokensService } from '#libs/access';
import { FormReader } from '#libs/page-kit';
import { actor, addDays, baseUrl, CONFIG, type Config, londonDate } from '#libs/platform';
import { keysOf, labelOf, optionsOf, SERVICE_SCOPES } from '#libs/terms';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { submit } from '../../http/submit.js';

/** Tokens with which the systems of the administrator's agency act for the agency. */
@Controller('service-tokens')
export class ServiceTokensController {
  constructor(
    private readonly tokens: ServiceTokensService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('service_token.manage')
  show(): Promise<Page> {
    return this.load();
  }

  /** Answers with a page instead of a redirect: the token is shown once, and stored nowhere in readable form. */
  @Post()
  @Allow('service_token.manage')
  @ConfirmedRecently()
  async create(@Body() body: unknown): Promise<Page> {
    const form = new FormReader(body);
    const values = readNewToken(form);
    const result = await submit(form, () => this.tokens.create(values));
    if (result.ok) return this.load({ created: result.value });
    return this.load({ errors: result.errors, typed: form.typed }, 422);
  }

  @Post(':id/end')
  @Allow('service_token.manage')
  @ConfirmedRecently()
  async end(@Param('id') id: string): Promise<Redirect> {
    await this.tokens.end(id);
    return done('/service-tokens', 'Token ended. The system that used it can no longer sign in.');
  }

  private async load(
    more: RedisplayedForm & { readonly created?: { readonly name: string; readonly token: string } } = {},
    status = 200,
  ): Promise<Page> {
    const tokens = await this.tokens.list();
    return new Page(
      'sessions/service-tokens.njk',
      {
        title: 'Service tokens',
        agency: actor().agencyName,
        address: `${baseUrl(this.config)}/scim/v2`,
        tokens: tokens.map((token) => ({
          ...token,
          scope: labelOf(SERVICE_SCOPES, token.scope),
          // It ends at the midnight after its last day.
          lastDayOn: addDays(londonDate(token.expiresAt), -1),
        })),
        scopes: optionsOf(SERVICE_SCOPES),
        created: null,
        errors: [],
        ...more,
        typed: more.typed ?? {},
      },
      status,
    );
  }
}

/** A token is for real systems: its last day is by the real clock, also where a demonstration has moved its own. */
function readNewToken(form: FormReader): NewServiceToken {
  const today = londonDate(new Date());
  return {
    name: form.text('name', { label: 'a name for the token', max: 100 }),
    scope: form.choice('scope', keysOf(SERVICE_SCOPES), { label: 'what the system can do' }),
    lastDayOn: form.date('lastDayOn', {
      label: 'the last day',
      earliest: today,
      latest: addDays(today, SERVICE_TOKEN_DAYS),
    }),
  };
}
