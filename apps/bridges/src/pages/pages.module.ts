import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { DirectoryModule } from '#libs/directory';
import { DoorModule } from '../door/door.module.js';
import { ConsentPagesModule } from './consents/consent-pages.module.js';
import { ChildPagesModule } from './children/child-pages.module.js';
import { DirectoryPagesModule } from './directory/directory-pages.module.js';
import { EpisodePagesModule } from './episodes/episode-pages.module.js';
import { HomePagesModule } from './home/home-pages.module.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { StaticController } from './static/static.controller.js';

@Module({
  imports: [DoorModule, DirectoryModule, ChildrenModule, EpisodesModule, HomePagesModule, ChildPagesModule, DirectoryPagesModule, EpisodePagesModule, ConsentPagesModule],
  controllers: [SignInController, StaticController],
})
export class PagesModule {}
