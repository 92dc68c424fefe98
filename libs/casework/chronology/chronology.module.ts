import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { ChronologyService } from './chronology.service.js';

@Module({ imports: [EpisodesModule], providers: [ChronologyService], exports: [ChronologyService] })
export class ChronologyModule {}
