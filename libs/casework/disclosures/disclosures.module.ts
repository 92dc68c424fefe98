import { Module } from '@nestjs/common';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { DisclosureReadingService } from './disclosure-reading.service.js';
import { DisclosuresService } from './disclosures.service.js';

const services = [DisclosuresService, DisclosureReadingService];

@Module({ imports: [InformationSharingModule], providers: services, exports: services })
export class DisclosuresModule {}
