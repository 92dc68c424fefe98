import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { DirectoryModule } from '#libs/directory';
import { DoorModule } from '../door/door.module.js';
import { ChildrenApiController } from './children.controller.js';
import { DemoController } from './demo.controller.js';
import { EpisodesApiController } from './episodes.controller.js';
import { SessionController } from './session.controller.js';

@Module({
  imports: [DoorModule, DirectoryModule, ChildrenModule, EpisodesModule],
  controllers: [SessionController, DemoController, ChildrenApiController, EpisodesApiController],
})
export class ApiModule {}
