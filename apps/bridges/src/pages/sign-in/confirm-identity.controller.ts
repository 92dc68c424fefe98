import { Body, Controller, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Redirect } from '../../http/page.js';
import { ownPath } from './sign-in.controller.js';

/** Leads on to a page that asked its reader to confirm who they are. */
@Controller('confirm-identity')
export class ConfirmIdentityController {
  @Post()
  @Allow('directory.read')
  @ConfirmedRecently()
  goOn(@Body('to') to: unknown): Redirect {
    return done(ownPath(to));
  }
}
