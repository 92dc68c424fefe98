import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#libs/casework/assessments';
import { ChildrenModule } from '#libs/casework/children';
import { FamiliesModule } from '#libs/casework/families';
import { RightsModule } from '#libs/casework/rights';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { AssessmentController } from './assessment.controller.js';
import { ChecklistController } from './checklist.controller.js';
import { ElementsController } from './elements.controller.js';
import { KnownOfFamily } from './known-of-family.js';
import { SectionsController } from './sections.controller.js';
import { VersionsController } from './versions.controller.js';

@Module({
  imports: [
    AssessmentsModule,
    ChildrenModule,
    DirectoryModule,
    EpisodeHeaderModule,
    FamiliesModule,
    RightsModule,
  ],
  providers: [KnownOfFamily],
  controllers: [
    ChecklistController,
    AssessmentController,
    VersionsController,
    SectionsController,
    ElementsController,
  ],
})
export class AssessmentPagesModule {}
