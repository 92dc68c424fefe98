import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { AssessmentReadingService } from './assessment-reading.service.js';
import { AssessmentsService } from './assessments.service.js';
import { ChecklistsService } from './checklists.service.js';
import { DraftParts } from './draft-parts.js';

@Module({
  imports: [EpisodesModule],
  providers: [AssessmentReadingService, AssessmentsService, ChecklistsService, DraftParts],
  exports: [AssessmentReadingService, AssessmentsService, ChecklistsService],
})
export class AssessmentsModule {}
