import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ROLES_WITH_SECOND_FACTOR, SecondFactorAdministrationService } from '#libs/accounts';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES } from '#libs/terms';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'accounts/second-step-required.njk';

/** Whether everyone at the administrator's agency signs in with a second step. */
@Controller('people/accounts/second-step')
export class SecondStepRequiredController {
  constructor(private readonly factors: SecondFactorAdministrationService) {}

  @Get()
  @Allow('people.manage')
  async show(): Promise<Page> {
    return page(VIEW, { ...view(), typed: { required: (await this.isRequired()) ? 'yes' : 'no' } });
  }

  @Post()
  @Allow('people.manage')
  @ConfirmedRecently()
  async change(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const required = form.choice('required', ['yes', 'no'], { label: 'who needs a second step' });
    const result = await submit(form, () => this.factors.requireOfEveryone(required === 'yes'));
    return result.ok
      ? done('/people', 'The change has been saved. It counts from each person’s next sign-in.')
      : pageWithErrors(VIEW, { ...view(), typed: form.typed, errors: result.errors });
  }

  private isRequired(): Promise<boolean> {
    return this.factors.isRequiredOfEveryone();
  }
}

const view = () => ({
  title: 'Second step to sign in',
  agencyName: actor().agencyName,
  roles: ROLES_WITH_SECOND_FACTOR.map((role) => labelOf(PRACTITIONER_ROLES, role)),
});
