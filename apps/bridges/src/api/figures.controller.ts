import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { FIGURES_BY, FiguresService } from '#libs/oversight/figures';
import { QueryOneOf } from './fields.js';

export class FiguresQuery {
  @QueryOneOf(FIGURES_BY) by?: string;
}

@ApiTags('figures')
@Controller('api/v1/figures')
export class FiguresApiController {
  constructor(private readonly figures: FiguresService) {}

  /** Open episodes of the area in counts. Null is a number that is kept back. */
  @ApiOperation({ summary: 'Get the figures of the area' })
  @Get()
  @Allow('figures.read')
  read(@Query() { by }: FiguresQuery) {
    return this.figures.figures(by ?? 'level');
  }
}
