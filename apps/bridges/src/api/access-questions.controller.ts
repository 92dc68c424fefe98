import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { AccessQuestionsService } from '#libs/oversight/access';
import { LongText, NullableId } from './fields.js';

class AskBody {
  @NullableId() about?: string | null;
  @LongText(2000) reason: string;
}
class AnswerQuestionBody {
  @LongText(2000) answer: string;
}

@ApiTags('access')
@Controller('api/v1/access-questions')
export class AccessQuestionsApiController {
  constructor(private readonly questions: AccessQuestionsService) {}

  /** Asks the coordinator about an id that returned 404. The answer is the same whether or not the id exists. */
  @ApiOperation({ summary: 'Ask the coordinator about access' })
  @Post()
  @HttpCode(202)
  @Allow('access_question.ask')
  async ask(@Body() { about, reason }: AskBody) {
    await this.questions.ask(about ?? '', reason);
    return { asked: true };
  }

  @ApiOperation({ summary: 'List questions about access to answer' })
  @Get()
  @Allow('access_question.answer')
  async list() {
    return { items: await this.questions.toAnswer(), next: null };
  }

  @ApiOperation({ summary: 'Answer a question about access' })
  @Post(':id/answer')
  @HttpCode(200)
  @Allow('access_question.answer')
  async answer(@Param('id') id: string, @Body() { answer }: AnswerQuestionBody) {
    await this.questions.answer(id, answer);
    return { answered: true };
  }
}
