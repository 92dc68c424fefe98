import { Module } from '@nestjs/common';
import { AccessPagesModule } from './access/access-pages.module.js';
import { CaseloadPagesModule } from './caseload/caseload-pages.module.js';
import { ChronologyPagesModule } from './chronology/chronology-pages.module.js';
import { ClosurePagesModule } from './closure/closure-pages.module.js';
import { ReviewPagesModule } from './reviews/review-pages.module.js';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { DirectoryModule } from '#libs/directory';
import { DoorModule } from '../door/door.module.js';
import { AssessmentPagesModule } from './assessments/assessment-pages.module.js';
import { ConsentPagesModule } from './consents/consent-pages.module.js';
import { ChildPagesModule } from './children/child-pages.module.js';
import { DirectoryPagesModule } from './directory/directory-pages.module.js';
import { EpisodePagesModule } from './episodes/episode-pages.module.js';
import { HomePagesModule } from './home/home-pages.module.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { StaticController } from './static/static.controller.js';
import { TriangleOfNeedPagesModule } from './triangle-of-need/triangle-of-need-pages.module.js';
import { TeamPagesModule } from './team/team-pages.module.js';
import { ShieldPagesModule } from './shields/shield-pages.module.js';

@Module({
  imports: [
    DoorModule,
    DirectoryModule,
    ChildrenModule,
    EpisodesModule,
    HomePagesModule,
    ChildPagesModule,
    DirectoryPagesModule,
    EpisodePagesModule,
    ConsentPagesModule,
    AssessmentPagesModule,
    TriangleOfNeedPagesModule,
    TeamPagesModule,
    ReviewPagesModule,
    ClosurePagesModule,
    ChronologyPagesModule,
    AccessPagesModule,
    CaseloadPagesModule,
    ShieldPagesModule,
  ],
  controllers: [SignInController, StaticController],
})
export class PagesModule {}
