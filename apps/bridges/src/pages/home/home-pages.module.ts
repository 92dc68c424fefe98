import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { ChronologyModule } from '#libs/casework/chronology';
import { EmergencyAccessModule } from '#libs/casework/emergency-access';
import { EpisodesModule } from '#libs/casework/episodes';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { PlansModule } from '#libs/casework/plans';
import { ReviewsModule } from '#libs/casework/reviews';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { DirectoryModule } from '#libs/directory';
import { AuditsModule } from '#libs/oversight/audits';
import { CaseloadsModule } from '#libs/oversight/caseloads';
import { IndexQuestionsModule } from '#libs/oversight/index-questions';
import { AccessConcernsModule } from '#libs/oversight/access-concerns';
import { FamiliesService } from './families.service.js';
import { HomeController } from './home.controller.js';
import { MessagesController } from './messages.controller.js';
import { NeedsService } from './needs.service.js';

@Module({
  imports: [
    AccessModule,
    DirectoryModule,
    EpisodesModule,
    ChronologyModule,
    InformationSharingModule,
    TriangleOfNeedModule,
    LeadProfessionalModule,
    PlansModule,
    ReviewsModule,
    AuditsModule,
    CaseloadsModule,
    IndexQuestionsModule,
    AccessConcernsModule,
    EmergencyAccessModule,
    SafetyConcernsModule,
  ],
  providers: [FamiliesService, NeedsService],
  controllers: [HomeController, MessagesController],
})
export class HomePagesModule {}
