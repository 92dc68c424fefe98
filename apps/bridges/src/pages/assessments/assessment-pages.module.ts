import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#libs/casework/assessments';
import { RightsModule } from '#libs/casework/rights';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { AssessmentController } from './assessment.controller.js';
import { ChecklistController } from './checklist.controller.js';
import { ElementsController } from './elements.controller.js';
import { SectionsController } from './sections.controller.js';

@Module({
  imports: [AssessmentsModule, DirectoryModule, EpisodeHeaderModule, RightsModule],
  controllers: [ChecklistController, AssessmentController, SectionsController, ElementsController],
})
export class AssessmentPagesModule {}
