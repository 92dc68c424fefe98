import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { PersonalTokensController } from './personal-tokens.controller.js';
import { ServiceTokensController } from './service-tokens.controller.js';
import { SessionsController } from './sessions.controller.js';

@Module({
  imports: [AccessModule],
  controllers: [SessionsController, PersonalTokensController, ServiceTokensController],
})
export class SessionPagesModule {}
