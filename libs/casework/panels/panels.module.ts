import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { DirectoryModule } from '#libs/directory';
import { AgendasService } from './agendas.service.js';
import { PanelsService } from './panels.service.js';

@Module({
  imports: [EpisodesModule, DirectoryModule],
  providers: [AgendasService, PanelsService],
  exports: [AgendasService, PanelsService],
})
export class PanelsModule {}
