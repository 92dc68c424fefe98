import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ProviderAdministrationService, type ProviderSummary } from '#libs/accounts';
import { FormReader } from '#libs/page-kit';
import { keysOf, labelOf, optionsOf, SUBJECT_CLAIMS } from '#libs/terms';
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

const NEW = 'accounts/new-identity-provider.njk';
const CHANGE = 'accounts/identity-provider.njk';
const PLACE = '/people/accounts/single-sign-on';

/** How people of the administrator's agency sign in with the agency's own accounts. */
@Controller('people/accounts/single-sign-on')
export class SingleSignOnController {
  constructor(private readonly administration: ProviderAdministrationService) {}

  @Get()
  @Allow('people.manage')
  async list(): Promise<Page> {
    return page('accounts/identity-providers.njk', {
      title: 'Single sign-on',
      providers: (await this.administration.mine()).map(toView),
    });
  }

  @Get('new')
  @Allow('people.manage')
  showNew(): Page {
    return page(NEW, newView({ typed: { subjectClaim: 'sub' } }));
  }

  @Post()
  @Allow('people.manage')
  @ConfirmedRecently()
  async add(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const draft = {
      name: form.text('name', { label: 'the name', max: 60 }),
      issuer: form.text('issuer', { label: 'the issuer', max: 300 }),
      subjectClaim: form.choice('subjectClaim', keysOf(SUBJECT_CLAIMS), {
        label: 'how people are identified',
      }),
      clientId: form.text('clientId', { label: 'the client ID' }),
      clientSecret: form.text('clientSecret', { label: 'the client secret' }),
    };
    const result = await submit(form, () => this.administration.add(draft));
    return result.ok
      ? done(`${PLACE}/${result.value}`, 'The provider has been added. It is off.')
      : pageWithErrors(NEW, newView({ typed: form.typed, errors: result.errors }));
  }

  @Get(':id')
  @Allow('people.manage')
  async show(@Param('id') id: string): Promise<Page> {
    return page(CHANGE, await this.view(id));
  }

  @Post(':id')
  @Allow('people.manage')
  @ConfirmedRecently()
  async change(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.administration.find(id);
    const form = new FormReader(body);
    const change = {
      name: form.text('name', { label: 'the name', max: 60 }),
      clientId: form.text('clientId', { label: 'the client ID' }),
      clientSecret: form.optionalText('clientSecret', { label: 'the client secret' }),
      isOn: form.choice('isOn', ['yes', 'no'], { label: 'whether people can sign in with it' }) === 'yes',
    };
    const result = await submit(form, () => this.administration.change(id, change));
    return result.ok
      ? done(`${PLACE}/${id}`, 'The change has been saved.')
      : pageWithErrors(CHANGE, await this.view(id, { typed: form.typed, errors: result.errors }));
  }

  private async view(id: string, { typed, errors = [] }: RedisplayedForm = {}) {
    const provider = await this.administration.find(id);
    const { name, clientId, isOn } = provider;
    return {
      title: name,
      provider: toView(provider),
      typed: typed ?? { name, clientId, isOn: isOn ? 'yes' : 'no' },
      errors,
    };
  }
}

const toView = ({ subjectClaim, ...provider }: ProviderSummary) => ({
  ...provider,
  subjectClaim: labelOf(SUBJECT_CLAIMS, subjectClaim),
  status: provider.isOn ? 'On' : 'Off',
});

const newView = ({ typed = {}, errors = [] }: RedisplayedForm) => ({
  ...{ title: 'Add an identity provider', claims: optionsOf(SUBJECT_CLAIMS), typed, errors },
});
