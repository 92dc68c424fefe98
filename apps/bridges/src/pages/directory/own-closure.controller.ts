import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type AgencyClosure, AgencyClosuresService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { closureIn, toClosureView } from './agency-closures.controller.js';

const VIEW = 'directory/own-closure.njk';

/** The administrator's own agency closes: what its people have open, and whether to agree. */
@Controller('people/closing')
export class OwnClosureController {
  constructor(private readonly closures: AgencyClosuresService) {}

  @Get()
  @Allow('people.manage')
  async show(): Promise<Page> {
    return page(VIEW, await this.view());
  }

  @Post('agreement')
  @Allow('people.manage')
  @ConfirmedRecently()
  async agree(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const result = await submit(new FormReader(body), () =>
      this.closures.agree(actor().agencyId, closureIn(body)),
    );
    return result.ok
      ? done('/people/closing', 'You have agreed. Everyone at your agency has been told.')
      : pageWithErrors(VIEW, { ...(await this.view()), errors: result.errors });
  }

  @Post('calling-off')
  @Allow('people.manage')
  async callOff(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const result = await submit(new FormReader(body), () =>
      this.closures.callOff(actor().agencyId, closureIn(body)),
    );
    return result.ok
      ? done('/people/closing', 'The closure has been called off. Your agency stays open.')
      : pageWithErrors(VIEW, { ...(await this.view()), errors: result.errors });
  }

  private async view() {
    const closure = await this.closures.current(actor().agencyId);
    return {
      title: titleOf(closure),
      closure: closure && toClosureView(closure),
      people: closure ? await this.closures.openWork() : [],
    };
  }
}

function titleOf(closure: AgencyClosure | null): string {
  if (!closure) return 'Your agency stays open';
  return closure.agreedAt ? 'Your agency closes' : 'Your agency may close';
}
