import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { Allow, SessionsService } from '#libs/access';
import { plural } from '#libs/page-kit';
import { CONFIG, type Config, unreachable } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { secondsLeft } from '../../http/session-time.js';
import { accountOf } from './own-account.js';

/** The sessions of the signed-in person, and no one else's. */
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('directory.read')
  async list(@Req() request: BridgesRequest): Promise<Page> {
    const sessions = await this.sessions.list(accountOf(request));
    const apiSignIns = await this.sessions.apiSignIns(accountOf(request));
    const { publicId } = request.session;
    const { idleMinutes, hours, perAccount } = this.config.sessions;
    return page('sessions/sessions.njk', {
      title: 'Your sessions',
      sessions: sessions.map((session) => ({
        ...session,
        browser: session.browser ?? 'Unknown browser',
        isThis: session.id === publicId,
      })),
      apiSignIns,
      hasOthers: apiSignIns > 0 || sessions.some(({ id }) => id !== publicId),
      limits: { idle: plural(idleMinutes, 'minute'), hours: plural(hours, 'hour'), perAccount },
    });
  }

  /** "Stay signed in": any request prolongs the session, and this one shows nothing. */
  @Get('current')
  @Allow('directory.read')
  current(@Req() request: BridgesRequest): { secondsLeft: number } {
    return { secondsLeft: secondsLeft(request.session, this.config.sessions) };
  }

  @Post('others/ending')
  @Allow('directory.read')
  @ConfirmedRecently()
  async endOthers(@Req() request: BridgesRequest): Promise<Redirect> {
    const ended = await this.sessions.endOthers(accountOf(request), request.session.publicId ?? '');
    return done(
      '/sessions',
      ended === 0
        ? 'You were not signed in anywhere else.'
        : `Signed out of ${plural(ended, 'other session')}.`,
    );
  }

  @Post(':id/ending')
  @Allow('directory.read')
  @ConfirmedRecently()
  async end(@Req() request: BridgesRequest, @Param('id') id: string): Promise<Redirect> {
    if (!(await this.sessions.end(accountOf(request), id))) throw unreachable();
    return done('/sessions', 'Signed out of that session.');
  }
}
