import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ExplanationsService } from '#libs/oversight/access-concerns';
import { FormReader } from '#libs/page-kit';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { toOwnConcernView } from './access-concerns.page.js';

/** A practitioner explains in one line why they opened a record. */
@Controller('access-concerns/mine')
export class OwnConcernsController {
  constructor(private readonly explanations: ExplanationsService) {}

  @Get()
  @Allow('concern.explain')
  async list(): Promise<Page> {
    const asked = (await this.explanations.mine()).map(toOwnConcernView);
    return page('access-concerns/mine.njk', { title: 'Questions about how you opened records', asked });
  }

  @Get(':id')
  @Allow('concern.explain')
  show(@Param('id') id: string): Promise<Page> {
    return this.one(id);
  }

  @Post(':id')
  @Allow('concern.explain')
  async explain(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const read = form.answer(
      form.text('why', { label: 'why', message: 'Enter your reason, in one line', max: 500 }),
    );
    const result = await submit(read, (values) => this.explanations.explain(id, values));
    if (!result.ok) return this.one(id, { typed: form.typed, errors: result.errors }, 422);
    return done('/access-concerns/mine', 'Thank you. Your reason has been sent to the access reviewer.');
  }

  private async one(id: string, again: object = {}, status = 200): Promise<Page> {
    const concern = toOwnConcernView(await this.explanations.find(id));
    return new Page(
      'access-concerns/why.njk',
      { title: 'Give a reason, in one line', concern, typed: {}, errors: [], ...again },
      status,
    );
  }
}
