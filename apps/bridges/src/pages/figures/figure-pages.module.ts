import { Module } from '@nestjs/common';
import { FiguresModule } from '#libs/oversight/figures';
import { FiguresController } from './figures.controller.js';

@Module({ imports: [FiguresModule], controllers: [FiguresController] })
export class FigurePagesModule {}
