import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { InvitedPostsService } from '#libs/accounts';
import { FormReader } from '#libs/page-kit';
import { actor, now } from '#libs/platform';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'accounts/invited-posts.njk';

/** An invitation, for a person who signed in with the account that they have: they take up its post with it. */
@Controller('invitations/:secret/own-account')
export class InvitedPostsController {
  constructor(private readonly invited: InvitedPostsService) {}

  @Get()
  @Allow('directory.read')
  async show(@Param('secret') secret: string): Promise<Page> {
    return page(VIEW, await this.view(secret));
  }

  @Post()
  @Allow('directory.read')
  @ConfirmedRecently()
  async takeUp(
    @Param('secret') secret: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const view = await this.view(secret);
    const result = await submit(new FormReader(body), () => this.invited.takeUp(secret));
    if (!result.ok) return pageWithErrors(VIEW, { ...view, errors: result.errors });
    const isOpen = result.value.posts.some(({ beganAt }) => beganAt <= now());
    return isOpen
      ? done('/switch-post', `You now have a post at ${view.agencyName}. Switch to it when you work there.`)
      : done('/', `You will have a post at ${view.agencyName} from its first day.`);
  }

  private async view(secret: string) {
    const { name, agencyName, posts, obstacle } = await this.invited.find(secret);
    return {
      title: `Your post at ${agencyName}`,
      action: `/invitations/${secret}/own-account`,
      asNewPerson: `/invitations/${secret}`,
      ...{ name, agencyName, obstacle },
      me: { name: actor().name, agencyName: actor().agencyName },
      posts: posts.map((post) => ({
        role: labelOf(PRACTITIONER_ROLES, post.role as PractitionerRole),
        agencyName: post.agencyName,
        from: post.beganAt,
        // An end at midnight is the end of the day before.
        until: post.endedAt && new Date(post.endedAt.getTime() - 1),
      })),
      errors: [] as readonly object[],
    };
  }
}
