import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { AccessQuestionsService } from '#libs/oversight/access';
import { isId } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';

@Controller('access-questions')
export class AccessQuestionsController {
  constructor(private readonly questions: AccessQuestionsService) {}

  @Get()
  @Allow('access_question.answer')
  async list(): Promise<Page> {
    return page('access/questions.njk', {
      title: 'Questions about access',
      questions: await this.questions.toAnswer(),
    });
  }

  /**
   * Called from the 404 page. That page must be identical for every address, so the address comes from the Referer
   * header.
   */
  @Post()
  @Allow('access_question.ask')
  async ask(
    @Body() body: Record<string, unknown>,
    @Headers('referer') referer?: string,
  ): Promise<Page | Redirect> {
    const [about, reason] = [textOf(body['about']) || placeOf(referer), textOf(body['reason'])];
    const result = await toFormResult(() => this.questions.ask(about, reason));
    if (result.ok)
      return done(
        '/',
        'Your question has been sent to the coordinator. The answer will appear in your messages.',
      );
    return pageWithErrors('errors/not-found.njk', {
      title: 'Page not available',
      mayAsk: true,
      askedFor: about,
      errors: result.errors,
      typed: { reason },
    });
  }

  @Post(':id/answer')
  @Allow('access_question.answer')
  async answer(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const answer = textOf(body['answer']);
    const result = await toFormResult(() => this.questions.answer(id, answer));
    if (result.ok) return done('/access-questions', 'Your answer has been sent.');
    const field = isId(id) ? `answer-${id}` : '';
    return pageWithErrors('access/questions.njk', {
      title: 'Questions about access',
      questions: await this.questions.toAnswer(),
      errors: result.errors.map(({ message }) => ({ field, message })),
      typed: { [field]: answer },
    });
  }
}

const placeOf = (address = ''): string => (URL.canParse(address) ? new URL(address).pathname : '');
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
