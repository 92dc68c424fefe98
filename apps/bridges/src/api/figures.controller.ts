import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { FIGURES_BY, FiguresService } from '#libs/oversight/figures';
import { QueryOneOf } from './fields.js';

class FiguresQuery {
  @QueryOneOf(FIGURES_BY) by?: string;
}

@ApiTags('figures')
@Controller('api/v1/figures')
export class FiguresApiController {
  constructor(private readonly figures: FiguresService) {}

  /** Counts of open episodes in the area. Null is a suppressed number. */
  @ApiOperation({ summary: 'Get the figures of the area' })
  @Get()
  @Allow('figures.read')
  read(@Query() { by }: FiguresQuery) {
    return this.figures.figures(by ?? 'level');
  }
}
