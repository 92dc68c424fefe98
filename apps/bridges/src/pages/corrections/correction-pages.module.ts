import { Module } from '@nestjs/common';
import { RightsModule } from '#libs/casework/rights';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { CorrectionsController } from './corrections.controller.js';

@Module({ imports: [EpisodePagesModule, RightsModule], controllers: [CorrectionsController] })
export class CorrectionPagesModule {}
