import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { SupportService } from '#libs/directory';
import { actor } from '#libs/platform';
import { done, Page, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { peopleOptions } from '../shared/options.js';

/** A practitioner nominates business support from their own team, who may then help with their families. */
@Controller('support')
export class SupportController {
  constructor(private readonly support: SupportService) {}

  @Get()
  @Allow('support.name')
  show(): Promise<Page> {
    return this.load([], 200);
  }

  @Post()
  @Allow('support.name')
  async name(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const chosen = body['supporterId'];
    const result = await toFormResult(() => this.support.name(typeof chosen === 'string' ? chosen : ''));
    return result.ok
      ? done('/support', `${result.value.supporter.name} has been added. They can now see your families.`)
      : this.load(result.errors, 422);
  }

  @Post(':id/ending')
  @Allow('directory.read')
  async end(@Param('id') id: string): Promise<Redirect> {
    const { supporter, practitioner } = await this.support.end(id);
    const mine = practitioner.id === actor().practitionerId;
    return done(
      mine ? '/support' : '/',
      mine ? `${supporter.name} has been removed.` : 'Business support removed.',
    );
  }

  private async load(errors: readonly object[], status: number): Promise<Page> {
    const named = (await this.support.mine()).filter(
      ({ practitioner }) => practitioner.id === actor().practitionerId,
    );
    const taken = new Set(named.map(({ supporter }) => supporter.id));
    const free = (await this.support.candidates()).filter(({ id }) => !taken.has(id));
    const data = {
      title: 'Business support for you',
      named,
      choices: peopleOptions(free),
      any: free.length > 0,
      errors,
      typed: {},
    };
    return new Page('directory/support.njk', data, status);
  }
}
