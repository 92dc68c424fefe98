import { Controller, Get } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type Figures, FIGURES_BY, FiguresService } from '#libs/oversight/figures';
import { keysOf } from '#libs/terms';
import { type Page, page } from '../../http/page.js';

/** Anonymous counts: no number links to a list. */
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get()
  @Allow('figures.read')
  async show(): Promise<Page> {
    const tables: (Figures & { caption: string })[] = [];
    for (const by of keysOf(FIGURES_BY))
      tables.push({ ...(await this.figures.figures(by)), caption: FIGURES_BY[by] });
    return page('figures/figures.njk', { title: 'Figures', tables });
  }
}
