import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  AccountAdministrationService,
  InvitationsService,
  PasswordResetsService,
  SecondFactorAdministrationService,
} from '#libs/accounts';
import { PeopleService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { baseUrl, CONFIG, type Config } from '#libs/platform';
import { checkWorkEmail } from '#libs/terms';
import {
  done,
  type Page,
  page,
  pageWithErrors,
  type Redirect,
  type RedisplayedForm,
} from '../../http/page.js';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { submit, type FormResult } from '../../http/submit.js';
import { checkedLine } from '../shared/checked-line.js';
import { ACCOUNT_STATES } from '../shared/account-states.js';

const VIEW = 'accounts/person-account.njk';

/** The account of a person at the administrator's agency. Managing it gives no access to cases. */
@Controller('people/:id/account')
export class PeopleAccountsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly people: PeopleService,
    private readonly accounts: AccountAdministrationService,
    private readonly invitations: InvitationsService,
    private readonly resets: PasswordResetsService,
    private readonly factors: SecondFactorAdministrationService,
  ) {}

  @Get()
  @Allow('people.manage')
  async show(@Param('id') id: string): Promise<Page> {
    return page(VIEW, await this.view(id));
  }

  @Post('invitation')
  @Allow('people.manage')
  async invite(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    const email = checkedLine(form, 'email', 'the work email address', checkWorkEmail, 200);
    if (form.ok && !email) form.reject('email', 'Enter the work email address');
    return this.answer(
      id,
      form,
      await submit(form, () => this.invitations.invite(id, email!)),
      'Invitation ready.',
    );
  }

  @Post('invitation/withdrawal')
  @Allow('people.manage')
  async withdraw(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    const result = await submit(form, () => this.invitations.withdraw(id));
    return this.answer(id, form, result, 'The invitation has been withdrawn. Its link no longer works.');
  }

  @Post('password-reset')
  @Allow('people.manage')
  async reset(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    return this.answer(id, form, await submit(form, () => this.resets.send(id)), 'The link is ready.');
  }

  @Post('suspension')
  @Allow('people.manage')
  @ConfirmedRecently()
  async suspend(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    const reason = form.text('reason', { label: 'why you are suspending this account' });
    const result = await submit(form, () => this.accounts.suspend(id, reason));
    return this.answer(id, form, result, 'The account has been suspended. They are signed out everywhere.');
  }

  @Post('reinstatement')
  @Allow('people.manage')
  async reinstate(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    const result = await submit(form, () => this.accounts.reinstate(id));
    return this.answer(id, form, result, 'They can sign in again.');
  }

  @Post('second-factor-removal')
  @Allow('people.manage')
  @ConfirmedRecently()
  async removeSecondFactor(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    await this.people.find(id);
    const form = new FormReader(body);
    const result = await submit(form, () => this.factors.remove(id));
    return this.answer(
      id,
      form,
      result,
      'The second step has been removed. They are signed out everywhere and have been told.',
    );
  }

  private async answer(
    id: string,
    form: FormReader,
    result: FormResult<void>,
    message: string,
  ): Promise<Page | Redirect> {
    if (result.ok) return done(`/people/${id}/account`, message);
    return pageWithErrors(VIEW, await this.view(id, { typed: form.typed, errors: result.errors }));
  }

  private async view(id: string, again: RedisplayedForm = {}) {
    const person = await this.people.find(id);
    const account = (await this.accounts.summaryOf(id))!;
    const link = account.invitationPath ?? account.resetPath;
    return {
      title: `${person.name}’s account`,
      person: { id, name: person.name },
      account,
      state: ACCOUNT_STATES[account.state],
      isMailed: this.config.mail.driver !== 'none',
      link: link && `${baseUrl(this.config)}${link}`,
      typed: again.typed ?? { email: account.email ?? person.email },
      errors: again.errors ?? [],
    };
  }
}
