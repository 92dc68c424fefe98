import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { DirectoryModule } from '#libs/directory';
import { AuthenticationModule } from '../authentication/authentication.module.js';
import { AccessConcernPagesModule } from './access-concerns/access-concern-pages.module.js';
import { AccessLogPagesModule } from './access-log/access-log-pages.module.js';
import { AccountPagesModule } from './accounts/account-pages.module.js';
import { AccessPagesModule } from './access/access-pages.module.js';
import { AssessmentPagesModule } from './assessments/assessment-pages.module.js';
import { AuditPagesModule } from './audits/audit-pages.module.js';
import { CaseloadPagesModule } from './caseloads/caseload-pages.module.js';
import { FieldHistoryPagesModule } from './field-history/field-history-pages.module.js';
import { ChildPagesModule } from './children/child-pages.module.js';
import { ChronologyPagesModule } from './chronology/chronology-pages.module.js';
import { CopiesPagesModule } from './copies/copies-pages.module.js';
import { DirectoryPagesModule } from './directory/directory-pages.module.js';
import { DisclosurePagesModule } from './disclosures/disclosure-pages.module.js';
import { EmergencyAccessPagesModule } from './emergency-access/emergency-access-pages.module.js';
import { EpisodePagesModule } from './episodes/episode-pages.module.js';
import { FamilyPagesModule } from './families/family-pages.module.js';
import { FamilyPicturePagesModule } from './family-pictures/family-picture-pages.module.js';
import { FigurePagesModule } from './figures/figure-pages.module.js';
import { BirthPagesModule } from './births/birth-pages.module.js';
import { DuplicatePagesModule } from './duplicates/duplicate-pages.module.js';
import { ChildDeathPagesModule } from './child-deaths/child-death-pages.module.js';
import { EpisodeMembershipPagesModule } from './episode-membership/episode-membership-pages.module.js';
import { HandOverPagesModule } from './hand-overs/hand-over-pages.module.js';
import { HomePagesModule } from './home/home-pages.module.js';
import { IndexQuestionPagesModule } from './index-questions/index-question-pages.module.js';
import { InformationSharingPagesModule } from './information-sharing/information-sharing-pages.module.js';
import { LeadProfessionalPagesModule } from './lead-professional/lead-professional-pages.module.js';
import { NotificationPagesModule } from './notifications/notification-pages.module.js';
import { PanelPagesModule } from './panels/panel-pages.module.js';
import { PlanPagesModule } from './plans/plan-pages.module.js';
import { StatementsPagesModule } from './statements/statements-pages.module.js';
import { ReferenceDataPagesModule } from './reference-data/reference-data-pages.module.js';
import { RetentionPagesModule } from './retention/retention-pages.module.js';
import { ReviewPagesModule } from './reviews/review-pages.module.js';
import { RightsPagesModule } from './rights/rights-pages.module.js';
import { SafetyConcernPagesModule } from './safety-concerns/safety-concern-pages.module.js';
import { SessionPagesModule } from './sessions/session-pages.module.js';
import { ShieldPagesModule } from './shields/shield-pages.module.js';
import { ConfirmIdentityController } from './sign-in/confirm-identity.controller.js';
import { PasskeySignInController } from './sign-in/passkey-sign-in.controller.js';
import { ProviderSignInController } from './sign-in/provider-sign-in.controller.js';
import { DraftPagesModule } from './drafts/draft-pages.module.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { StaticController } from './static/static.controller.js';
import { TeamPagesModule } from './team/team-pages.module.js';
import { TriangleOfNeedPagesModule } from './triangle-of-need/triangle-of-need-pages.module.js';

@Module({
  imports: [
    AuthenticationModule,
    AccountPagesModule,
    DirectoryModule,
    ChildrenModule,
    EpisodesModule,
    HandOverPagesModule,
    EpisodeMembershipPagesModule,
    BirthPagesModule,
    ChildDeathPagesModule,
    DuplicatePagesModule,
    HomePagesModule,
    FieldHistoryPagesModule,
    ChildPagesModule,
    FamilyPagesModule,
    FamilyPicturePagesModule,
    DirectoryPagesModule,
    EpisodePagesModule,
    InformationSharingPagesModule,
    DisclosurePagesModule,
    AssessmentPagesModule,
    TriangleOfNeedPagesModule,
    TeamPagesModule,
    LeadProfessionalPagesModule,
    PlanPagesModule,
    ReviewPagesModule,
    ChronologyPagesModule,
    AccessPagesModule,
    EmergencyAccessPagesModule,
    CaseloadPagesModule,
    AccessLogPagesModule,
    ReferenceDataPagesModule,
    StatementsPagesModule,
    RightsPagesModule,
    RetentionPagesModule,
    IndexQuestionPagesModule,
    AccessConcernPagesModule,
    CopiesPagesModule,
    PanelPagesModule,
    NotificationPagesModule,
    AuditPagesModule,
    FigurePagesModule,
    ShieldPagesModule,
    SafetyConcernPagesModule,
    SessionPagesModule,
    DraftPagesModule,
  ],
  controllers: [
    SignInController,
    PasskeySignInController,
    ProviderSignInController,
    ConfirmIdentityController,
    StaticController,
  ],
})
export class PagesModule {}
