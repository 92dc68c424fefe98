import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { AssessmentPresenceService } from './assessment-presence.service.js';
import { AssessmentReadingService } from './assessment-reading.service.js';
import { AssessmentsService } from './assessments.service.js';
import { ChecklistsService } from './checklists.service.js';
import { DraftParts } from './draft-parts.js';

@Module({
  imports: [EpisodesModule, SafetyConcernsModule],
  providers: [
    AssessmentPresenceService,
    AssessmentReadingService,
    AssessmentsService,
    ChecklistsService,
    DraftParts,
  ],
  exports: [AssessmentPresenceService, AssessmentReadingService, AssessmentsService, ChecklistsService],
})
export class AssessmentsModule {}
