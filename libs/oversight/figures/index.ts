export { FiguresModule } from './figures.module.js';
export { type Figures, FIGURES_BY, FiguresService } from './figures.service.js';
