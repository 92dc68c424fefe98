import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ConfirmationsService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'directory/confirmation.njk';

/** Once a quarter an administrator confirms who works for the agency and what they may do. */
@Controller('people/confirmation')
export class ConfirmationsController {
  constructor(private readonly confirmations: ConfirmationsService) {}

  @Get()
  @Allow('people.manage')
  async show(): Promise<Page> {
    return page(VIEW, await this.load());
  }

  @Post()
  @Allow('people.manage')
  async confirm(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const shown = form.text('shown', { label: 'the list', max: 32 });
    const result = await submit(form, () => this.confirmations.confirm(shown));
    return result.ok
      ? done('/people', 'You have confirmed your agency’s people.')
      : pageWithErrors(VIEW, { ...(await this.load()), errors: result.errors });
  }

  private async load() {
    const { posts, shown, last } = await this.confirmations.current();
    return {
      title: `Confirm the people at ${actor().agencyName}`,
      shown,
      last,
      posts: posts.map((post) => ({
        ...post,
        role: labelOf(PRACTITIONER_ROLES, post.role as PractitionerRole),
        // An end at midnight is the end of the day before.
        until: post.endedAt && new Date(post.endedAt.getTime() - 1),
      })),
    };
  }
}
