import { Module } from '@nestjs/common';
import { ChronologyModule } from '#libs/casework/chronology';
import { ReviewsModule } from '#libs/casework/reviews';
import { AccessExplainedModule } from '#libs/oversight/access';
import { CaseloadsModule } from '#libs/oversight/caseloads';
import { AccessApiController } from './access.controller.js';
import { CaseloadsApiController } from './caseloads.controller.js';
import { ChronologyApiController } from './chronology.controller.js';
import { ClosuresApiController } from './closures.controller.js';
import { ReviewsApiController } from './reviews.controller.js';
import { AssessmentsModule } from '#libs/casework/assessments';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { PlansModule } from '#libs/casework/plans';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { DoorModule } from '../door/door.module.js';
import { AgenciesApiController } from './agencies.controller.js';
import { AssessmentsApiController } from './assessments.controller.js';
import { ChecklistApiController } from './checklist.controller.js';
import { ChildrenApiController } from './children.controller.js';
import { ConsentsApiController } from './consents.controller.js';
import { DemoController } from './demo.controller.js';
import { DirectoryServicesApiController } from './directory-services.controller.js';
import { EpisodesApiController } from './episodes.controller.js';
import { PractitionersApiController } from './practitioners.controller.js';
import { SessionController } from './session.controller.js';
import { TeamsApiController } from './teams.controller.js';
import { TriangleOfNeedApiController } from './triangle-of-need.controller.js';
import { LeadProfessionalApiController } from './lead-professional.controller.js';
import { MeetingsApiController } from './meetings.controller.js';
import { PlansApiController } from './plans.controller.js';
import { TeamApiController } from './team.controller.js';
import { ShieldsModule } from '#libs/casework/shields';
import { ShieldsApiController } from './shields.controller.js';

@Module({
  imports: [
    DoorModule,
    InformationSharingModule,
    DirectoryModule,
    ChildrenModule,
    EpisodesModule,
    AssessmentsModule,
    TriangleOfNeedModule,
    TeamModule,
    LeadProfessionalModule,
    PlansModule,
    ReviewsModule,
    ChronologyModule,
    AccessExplainedModule,
    CaseloadsModule,
    ShieldsModule,
  ],
  controllers: [
    AgenciesApiController,
    TeamsApiController,
    PractitionersApiController,
    DirectoryServicesApiController,
    SessionController,
    DemoController,
    ChildrenApiController,
    EpisodesApiController,
    ConsentsApiController,
    ChecklistApiController,
    AssessmentsApiController,
    TriangleOfNeedApiController,
    TeamApiController,
    LeadProfessionalApiController,
    MeetingsApiController,
    PlansApiController,
    ReviewsApiController,
    ClosuresApiController,
    ChronologyApiController,
    AccessApiController,
    CaseloadsApiController,
    ShieldsApiController,
  ],
})
export class ApiModule {}
