import { Module } from '@nestjs/common';
import { ChronologyModule } from '#libs/casework/chronology';
import { ReferenceDataApiController } from './reference-data.controller.js';
import { RetentionModule } from '#libs/casework/retention';
import { PanelsModule } from '#libs/casework/panels';
import { ReviewsModule } from '#libs/casework/reviews';
import { RightsModule } from '#libs/casework/rights';
import { AccessExplanationModule } from '#libs/oversight/access';
import { AccessLogModule } from '#libs/oversight/access-log';
import { CaseloadsModule } from '#libs/oversight/caseloads';
import { AccessLogApiController } from './access-log.controller.js';
import { IndexQuestionsModule } from '#libs/oversight/index-questions';
import { AccessConcernsModule } from '#libs/oversight/access-concerns';
import { AccessConcernsApiController } from './access-concerns.controller.js';
import { IndexQuestionsApiController } from './index-questions.controller.js';
import { AuditsModule } from '#libs/oversight/audits';
import { FiguresModule } from '#libs/oversight/figures';
import { CopiesModule } from '#libs/oversight/copies';
import { AccessApiController } from './access.controller.js';
import { CaseloadsApiController } from './caseloads.controller.js';
import { ChronologyApiController } from './chronology.controller.js';
import { ClosureProposalsApiController } from './closure-proposals.controller.js';
import { ClosuresApiController } from './closures.controller.js';
import { CorrectionsApiController } from './corrections.controller.js';
import { RetentionApiController } from './retention.controller.js';
import { AccessQuestionsApiController } from './access-questions.controller.js';
import { NotificationsApiController } from './notifications.controller.js';
import { OwnAccessApiController } from './own-access.controller.js';
import { PanelsApiController } from './panels.controller.js';
import { AuditsApiController } from './audits.controller.js';
import { FiguresApiController } from './figures.controller.js';
import { CopiesApiController } from './copies.controller.js';
import { NextReviewApiController } from './next-review.controller.js';
import { ReviewsApiController } from './reviews.controller.js';
import { RightsRequestsApiController } from './rights-requests.controller.js';
import { EmergencyAccessModule } from '#libs/casework/emergency-access';
import { AssessmentsModule } from '#libs/casework/assessments';
import { ChildrenModule } from '#libs/casework/children';
import { BirthsModule } from '#libs/casework/births';
import { ChildDeathsModule } from '#libs/casework/child-deaths';
import { DuplicatesModule } from '#libs/casework/duplicates';
import { EpisodeMembershipModule } from '#libs/casework/episode-membership';
import { FamiliesModule } from '#libs/casework/families';
import { FamilyPicturesModule } from '#libs/casework/family-pictures';
import { EpisodesModule } from '#libs/casework/episodes';
import { DisclosuresModule } from '#libs/casework/disclosures';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { HandOversModule } from '#libs/casework/hand-overs';
import { PlansModule } from '#libs/casework/plans';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { NotificationsModule } from '#libs/notifications';
import { AuthenticationModule } from '../authentication/authentication.module.js';
import { AccountsApiController } from './accounts.controller.js';
import { SecondFactorApiController } from './second-factor.controller.js';
import { IdentityProvidersApiController } from './identity-providers.controller.js';
import { SecondStepApiController } from './second-step.controller.js';
import { AgenciesApiController } from './agencies.controller.js';
import { AgencyClosuresApiController } from './agency-closures.controller.js';
import { AssessmentsApiController } from './assessments.controller.js';
import { ChecklistApiController } from './checklist.controller.js';
import { FieldHistoryModule } from '#libs/casework/field-history';
import { FieldHistoryApiController } from './field-history.controller.js';
import { ChildContextApiController } from './child-context.controller.js';
import { CarersApiController } from './carers.controller.js';
import { ChildSearchesApiController } from './child-searches.controller.js';
import { ChildrenApiController } from './children.controller.js';
import { FamiliesApiController } from './families.controller.js';
import { FamilyPicturesApiController } from './family-pictures.controller.js';
import { HomesApiController } from './homes.controller.js';
import { ConsentsApiController } from './consents.controller.js';
import { DisclosuresApiController } from './disclosures.controller.js';
import { SharingSettingsApiController } from './sharing-settings.controller.js';
import { DemoController } from './demo.controller.js';
import { DirectoryServicesApiController } from './directory-services.controller.js';
import { DeputiesApiController } from './deputies.controller.js';
import { SupportApiController } from './support.controller.js';
import { EmergencyAccessApiController } from './emergency-access.controller.js';
import { BirthsApiController } from './births.controller.js';
import { ChildDeathsApiController } from './child-deaths.controller.js';
import { DuplicatesApiController } from './duplicates.controller.js';
import { EpisodeMembershipApiController } from './episode-membership.controller.js';
import { EpisodesApiController } from './episodes.controller.js';
import { PractitionersApiController } from './practitioners.controller.js';
import { SessionController } from './session.controller.js';
import { TeamsApiController } from './teams.controller.js';
import { TriangleOfNeedApiController } from './triangle-of-need.controller.js';
import { LeadProfessionalApiController } from './lead-professional.controller.js';
import { MeetingsApiController } from './meetings.controller.js';
import { DeparturesApiController } from './departures.controller.js';
import { HandOversApiController } from './hand-overs.controller.js';
import { PeopleConfirmationsApiController } from './people-confirmations.controller.js';
import { PostsApiController } from './posts.controller.js';
import { PlansApiController } from './plans.controller.js';
import { TeamApiController } from './team.controller.js';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { ShieldsModule } from '#libs/casework/shields';
import { FrontDoorsApiController } from './front-doors.controller.js';
import { SafetyConcernsApiController } from './safety-concerns.controller.js';
import { ShieldsApiController } from './shields.controller.js';
import { ScimModule } from '../scim/scim.module.js';
import { WebhooksApiController } from './webhooks.controller.js';

@Module({
  imports: [
    AuthenticationModule,
    InformationSharingModule,
    DisclosuresModule,
    DirectoryModule,
    ChildrenModule,
    FamiliesModule,
    FamilyPicturesModule,
    EpisodesModule,
    EpisodeMembershipModule,
    BirthsModule,
    ChildDeathsModule,
    DuplicatesModule,
    AssessmentsModule,
    TriangleOfNeedModule,
    TeamModule,
    LeadProfessionalModule,
    HandOversModule,
    FieldHistoryModule,
    PlansModule,
    ReviewsModule,
    ChronologyModule,
    AccessExplanationModule,
    CaseloadsModule,
    AccessLogModule,
    RightsModule,
    RetentionModule,
    IndexQuestionsModule,
    AccessConcernsModule,
    CopiesModule,
    PanelsModule,
    AuditsModule,
    FiguresModule,
    EmergencyAccessModule,
    SafetyConcernsModule,
    ShieldsModule,
    NotificationsModule,
    ScimModule,
  ],
  controllers: [
    AccountsApiController,
    SecondFactorApiController,
    IdentityProvidersApiController,
    SecondStepApiController,
    AgenciesApiController,
    AgencyClosuresApiController,
    TeamsApiController,
    PractitionersApiController,
    PostsApiController,
    PeopleConfirmationsApiController,
    DeparturesApiController,
    HandOversApiController,
    DirectoryServicesApiController,
    SessionController,
    OwnAccessApiController,
    DemoController,
    ChildContextApiController,
    FieldHistoryApiController,
    CarersApiController,
    ChildSearchesApiController,
    ReferenceDataApiController,
    ChildrenApiController,
    FamiliesApiController,
    FamilyPicturesApiController,
    HomesApiController,
    EpisodesApiController,
    EpisodeMembershipApiController,
    BirthsApiController,
    ChildDeathsApiController,
    DuplicatesApiController,
    ConsentsApiController,
    DisclosuresApiController,
    SharingSettingsApiController,
    ChecklistApiController,
    AssessmentsApiController,
    TriangleOfNeedApiController,
    TeamApiController,
    LeadProfessionalApiController,
    MeetingsApiController,
    PlansApiController,
    NextReviewApiController,
    ReviewsApiController,
    ClosureProposalsApiController,
    ClosuresApiController,
    ChronologyApiController,
    AccessApiController,
    CaseloadsApiController,
    AccessLogApiController,
    RightsRequestsApiController,
    CorrectionsApiController,
    RetentionApiController,
    IndexQuestionsApiController,
    AccessConcernsApiController,
    CopiesApiController,
    AccessQuestionsApiController,
    PanelsApiController,
    AuditsApiController,
    FiguresApiController,
    EmergencyAccessApiController,
    DeputiesApiController,
    SupportApiController,
    FrontDoorsApiController,
    SafetyConcernsApiController,
    ShieldsApiController,
    NotificationsApiController,
    WebhooksApiController,
  ],
})
export class ApiModule {}
