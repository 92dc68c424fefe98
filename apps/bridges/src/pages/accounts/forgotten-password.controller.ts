import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { Open } from '#libs/access';
import { PasswordResetsService, SignInLimits } from '#libs/accounts';
import { FormReader } from '#libs/page-kit';
import { CONFIG, type Config } from '#libs/platform';
import { type Page, page, pageWithErrors, type RedisplayedForm } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';

const VIEW = 'accounts/forgotten-password.njk';

/** A person who cannot sign in asks for a link. The answer is the same whether or not there is such an account. */
@Controller('password/forgotten')
export class ForgottenPasswordController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly resets: PasswordResetsService,
    private readonly limits: SignInLimits,
  ) {}

  @Get()
  @Open()
  show(): Page {
    return page(VIEW, this.view());
  }

  @Post()
  @Open()
  async request(@Req() request: BridgesRequest, @Body() body: Record<string, unknown>): Promise<Page> {
    const form = new FormReader(body);
    const username = form.text('username', { label: 'your user name' });
    if (!form.ok) return pageWithErrors(VIEW, this.view(false, form));
    await this.limits.admitReset(request.ip ?? 'unknown');
    if (this.hasMail()) this.resets.requestLater(username);
    return page(VIEW, this.view(true));
  }

  private hasMail(): boolean {
    return this.config.mail.driver !== 'none';
  }

  private view(isSent = false, { typed = {}, errors = [] }: RedisplayedForm = {}) {
    return { title: 'Forgotten password', hasMail: this.hasMail(), isSent, typed, errors };
  }
}
