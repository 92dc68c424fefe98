import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { DestructionService } from './destruction.service.js';
import { RetentionService } from './retention.service.js';

const services = [DestructionService, RetentionService];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class RetentionModule {}
