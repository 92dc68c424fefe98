import { Module } from '@nestjs/common';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { DirectoryModule } from '#libs/directory';
import { SettingsController } from './settings.controller.js';

@Module({ imports: [InformationSharingModule, DirectoryModule], controllers: [SettingsController] })
export class SettingsPagesModule {}
