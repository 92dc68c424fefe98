import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ClosuresService, ClosureUndoingService } from '#libs/casework/reviews';
import { FormReader } from '#libs/page-kit';
import { conflict } from '#libs/platform';
import { done, type Page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { ClosurePagesService } from './closure-pages.service.js';

/** Undoing a closure that was made in error. */
@Controller('episodes/:id/closure/undoing')
export class ClosureUndoingController {
  constructor(
    private readonly undoing: ClosureUndoingService,
    private readonly closures: ClosuresService,
    private readonly pages: ClosurePagesService,
  ) {}

  @Post()
  @Allow('closure.undo')
  async undo(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const ask = { label: 'why you are undoing the closure', max: 2000 };
    const read = form.answer(form.longText('reason', ask));
    const result = await submit(read, (values) => this.undoing.undoClosure(id, values));
    if (result.ok)
      return done(
        `/episodes/${id}`,
        'Closure undone. The episode is open and everyone concerned has been told.',
      );
    const closure = await this.closures.closureOf(id);
    if (!closure) throw conflict('This episode is open.');
    return pageWithErrors('reviews/closed.njk', {
      ...(await this.pages.closed(id, closure)),
      errors: result.errors,
      typed: form.typed,
    });
  }
}
