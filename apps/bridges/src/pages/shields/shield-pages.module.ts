import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { ShieldsModule } from '#libs/casework/shields';
import { DirectoryModule } from '#libs/directory';
import { RequestShieldController } from './request-shield.controller.js';
import { ShieldsController } from './shields.controller.js';

@Module({
  imports: [ChildrenModule, DirectoryModule, ShieldsModule],
  controllers: [RequestShieldController, ShieldsController],
})
export class ShieldPagesModule {}
