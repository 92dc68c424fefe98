import { Controller, Get, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type Page, page } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';

/** Where a person finds what belongs to their own account. */
@Controller('account')
export class OwnAccountController {
  @Get()
  @Allow('directory.read')
  show(@Req() { session }: BridgesRequest): Page {
    return page('accounts/own-account.njk', {
      title: 'Your account',
      lastSignedInAt: session.lastSignedInAt ? new Date(session.lastSignedInAt) : null,
      hasPassword: !session.provider,
    });
  }
}
