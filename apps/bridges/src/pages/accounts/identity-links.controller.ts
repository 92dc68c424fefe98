import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AccountAdministrationService, ProviderAdministrationService } from '#libs/accounts';
import { PeopleService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import {
  done,
  type Page,
  page,
  pageWithErrors,
  type Redirect,
  type RedisplayedForm,
} from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'accounts/identity-link.njk';

/** Who a person of the administrator's agency is at the agency's identity provider. */
@Controller('people/:id/account/single-sign-on')
export class IdentityLinksController {
  constructor(
    private readonly people: PeopleService,
    private readonly accounts: AccountAdministrationService,
    private readonly administration: ProviderAdministrationService,
  ) {}

  @Get()
  @Allow('people.manage')
  async show(@Param('id') id: string): Promise<Page> {
    return page(VIEW, await this.view(id));
  }

  @Post()
  @Allow('people.manage')
  @ConfirmedRecently()
  async link(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    const providers = (await this.administration.mine()).map((one) => one.id);
    const provider = form.choice('provider', providers, { label: 'the provider' });
    const identifier = form.text('identifier', { label: 'the identifier', max: 255 });
    const result = await submit(form, () => this.administration.link(id, provider, identifier));
    return result.ok
      ? done(`/people/${id}/account`, 'Single sign-on has been set up. Their password no longer works.')
      : pageWithErrors(VIEW, await this.view(id, { typed: form.typed, errors: result.errors }));
  }

  @Post('removal')
  @Allow('people.manage')
  @ConfirmedRecently()
  async unlink(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const result = await submit(new FormReader(body), () => this.administration.unlink(id));
    return result.ok
      ? done(`/people/${id}/account`, 'Single sign-on has been removed. They are signed out everywhere.')
      : pageWithErrors(VIEW, await this.view(id, { errors: result.errors }));
  }

  private async view(id: string, { typed, errors = [] }: RedisplayedForm = {}) {
    const person = await this.people.find(id);
    const providers = await this.administration.mine();
    return {
      title: `Single sign-on for ${person.name}`,
      person: { id, name: person.name },
      account: (await this.accounts.summaryOf(id))!,
      providers: providers.map((provider) => ({ value: provider.id, text: provider.name })),
      typed: typed ?? { provider: providers.length === 1 ? providers[0]!.id : '' },
      errors,
    };
  }
}
