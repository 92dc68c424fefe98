import {
  type DynamicModule,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  type Type,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from '#libs/access';
import { ASSESSMENTS_ENTITIES } from '#libs/casework/assessments';
import { CHRONOLOGY_ENTITIES } from '#libs/casework/chronology';
import { BIRTH_ENTITIES } from '#libs/casework/births';
import { CHILD_DEATH_ENTITIES } from '#libs/casework/child-deaths';
import { DUPLICATE_ENTITIES } from '#libs/casework/duplicates';
import { CHILDREN_ENTITIES } from '#libs/casework/children';
import { FAMILY_ENTITIES } from '#libs/casework/families';
import { EMERGENCY_ACCESS_ENTITIES } from '#libs/casework/emergency-access';
import { EPISODE_MEMBERSHIP_ENTITIES } from '#libs/casework/episode-membership';
import { EPISODE_ENTITIES } from '#libs/casework/episodes';
import { DISCLOSURES_ENTITIES } from '#libs/casework/disclosures';
import { INFORMATION_SHARING_ENTITIES } from '#libs/casework/information-sharing';
import { LEAD_PROFESSIONAL_ENTITIES } from '#libs/casework/lead-professional';
import { PLANS_ENTITIES } from '#libs/casework/plans';
import { RETENTION_ENTITIES } from '#libs/casework/retention';
import { REVIEWS_ENTITIES } from '#libs/casework/reviews';
import { RIGHTS_ENTITIES } from '#libs/casework/rights';
import { SAFETY_CONCERNS_ENTITIES } from '#libs/casework/safety-concerns';
import { SHIELDS_ENTITIES } from '#libs/casework/shields';
import { TEAM_ENTITIES } from '#libs/casework/team';
import { TRIANGLE_OF_NEED_ENTITIES } from '#libs/casework/triangle-of-need';
import { DIRECTORY_ENTITIES } from '#libs/directory';
import { NOTIFICATION_ENTITIES } from '#libs/notifications';
import { ACCESS_CONCERN_ENTITIES } from '#libs/oversight/access-concerns';
import { type Config, PlatformModule, type ProgramRole } from '#libs/platform';
import { ApiModule } from './api/api.module.js';
import { HealthController } from './api/health.controller.js';
import { AuthenticationModule } from './authentication/authentication.module.js';
import { ActorMiddleware } from './http/actor.middleware.js';
import { ConfirmationInterceptor } from './http/confirmed-recently.js';
import { Drafts } from './http/drafts.js';
import { SentOnceInterceptor } from './http/sent-once.interceptor.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { KeptForms } from './http/kept-forms.js';
import { PageInterceptor } from './http/page.interceptor.js';
import { PageRenderer } from './http/page-renderer.js';
import { RejectedRequests } from './http/rejected-requests.js';
import { ProblemFilter } from './http/problem.filter.js';
import { UnitOfWorkInterceptor } from './http/unit-of-work.interceptor.js';
import { VersionedInterceptor } from './http/versioned.js';
import type { JobOptions } from './jobs/job-worker.js';
import { JobsModule } from './jobs/jobs.module.js';
import { PagesModule } from './pages/pages.module.js';

export interface Connections {
  readonly appUrl: string;
  readonly authUrl: string;
  /** Connection pools for the jobs and for the job that seals the access log. */
  readonly jobsUrl?: string;
  readonly sealerUrl?: string;
  readonly jobOptions?: Partial<JobOptions>;
  readonly poolSize?: number;
}

const ROLE_MODULES: Partial<Record<ProgramRole, Type>> = { pages: PagesModule, api: ApiModule };
export const ENTITIES = [
  ...DIRECTORY_ENTITIES,
  ...NOTIFICATION_ENTITIES,
  ...CHILDREN_ENTITIES,
  ...FAMILY_ENTITIES,
  ...EPISODE_ENTITIES,
  ...INFORMATION_SHARING_ENTITIES,
  ...EPISODE_MEMBERSHIP_ENTITIES,
  ...BIRTH_ENTITIES,
  ...CHILD_DEATH_ENTITIES,
  ...DUPLICATE_ENTITIES,
  ...DISCLOSURES_ENTITIES,
  ...EMERGENCY_ACCESS_ENTITIES,
  ...SAFETY_CONCERNS_ENTITIES,
  ...ASSESSMENTS_ENTITIES,
  ...TRIANGLE_OF_NEED_ENTITIES,
  ...TEAM_ENTITIES,
  ...LEAD_PROFESSIONAL_ENTITIES,
  ...PLANS_ENTITIES,
  ...REVIEWS_ENTITIES,
  ...CHRONOLOGY_ENTITIES,
  ...RIGHTS_ENTITIES,
  ...RETENTION_ENTITIES,
  ...ACCESS_CONCERN_ENTITIES,
  ...SHIELDS_ENTITIES,
];

function jobs({ roles }: Config, { jobsUrl, sealerUrl, jobOptions }: Connections): DynamicModule[] {
  if (!roles.includes('jobs') || !jobsUrl || !sealerUrl) return [];
  return [JobsModule.forRoot({ jobsUrl, sealerUrl, jobOptions })];
}

/** The only module that lists all others. */
@Module({})
export class AppModule implements NestModule {
  static forRoot(config: Config, connections: Connections): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ config, ...connections, entities: ENTITIES }),
        AuthenticationModule,
        ...config.roles.flatMap((role) => ROLE_MODULES[role] ?? []),
        ...jobs(config, connections),
      ],
      controllers: [HealthController],
      providers: [
        PageRenderer,
        RejectedRequests,
        KeptForms,
        Drafts,
        { provide: APP_GUARD, useClass: AccessGuard },
        // Outermost first: a page is rendered after the commit; an idempotent answer is stored in the transaction that
        // produced it.
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ConfirmationInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UnitOfWorkInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: SentOnceInterceptor },
        { provide: APP_INTERCEPTOR, useClass: VersionedInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ActorMiddleware).forRoutes('{*path}');
  }
}
