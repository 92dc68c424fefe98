import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AdministratorsService, AgenciesService } from '#libs/directory';
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
import { submit } from '../../http/submit.js';
import { ACCOUNT_STATES } from '../shared/account-states.js';
import { checkedLine } from '../shared/checked-line.js';

const VIEW = 'directory/first-administrator.njk';

/** The first administrator of an agency, named by the system administrator. */
@Controller('directory/agencies/:agency/administrator')
export class FirstAdministratorController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly agencies: AgenciesService,
    private readonly administrators: AdministratorsService,
  ) {}

  @Get()
  @Allow('agencies.manage')
  async show(@Param('agency') agency: string): Promise<Page> {
    return page(VIEW, await this.view(agency));
  }

  @Post()
  @Allow('agencies.manage')
  async add(
    @Param('agency') agency: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const name = form.text('name', { label: 'the name' });
    const jobTitle = form.text('jobTitle', { label: 'the job title' });
    const email = checkedLine(form, 'email', 'the work email address', checkWorkEmail, 200);
    if (form.ok && !email) form.reject('email', 'Enter the work email address');
    const result = await submit(form, () =>
      this.administrators.addFirst(agency, { name, jobTitle, email: email! }),
    );
    if (result.ok) return done(`/directory/agencies/${agency}/administrator`, `${name} has been invited.`);
    return pageWithErrors(VIEW, await this.view(agency, { typed: form.typed, errors: result.errors }));
  }

  @Post(':id/invitation')
  @Allow('agencies.manage')
  async inviteAgain(@Param('agency') agency: string, @Param('id') id: string): Promise<Redirect> {
    await this.administrators.inviteAgain(agency, id);
    return done(`/directory/agencies/${agency}/administrator`, 'A new invitation is ready.');
  }

  private async view(agencyId: string, again: RedisplayedForm = {}) {
    const agency = await this.agencies.find(agencyId);
    const isLacking = await this.administrators.isLacking(agencyId);
    const pending = isLacking ? await this.administrators.pending(agencyId) : [];
    return {
      title: `First administrator of ${agency.name}`,
      agency: { id: agency.id },
      isLacking,
      isMailed: this.config.mail.driver !== 'none',
      pending: pending.map(({ id, name, account }) => ({
        id,
        name,
        email: account.email,
        state: ACCOUNT_STATES[account.state],
        link: account.invitationPath && `${baseUrl(this.config)}${account.invitationPath}`,
      })),
      typed: again.typed ?? {},
      errors: again.errors ?? [],
    };
  }
}
