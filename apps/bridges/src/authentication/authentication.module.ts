import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AccessModule } from '#libs/access';
import { LocalStrategy } from './local.strategy.js';
import { PostSerializer } from './post.serializer.js';

/** Sign-in with passport. */
@Module({
  imports: [PassportModule.register({ session: true }), AccessModule],
  providers: [LocalStrategy, PostSerializer],
  exports: [AccessModule],
})
export class AuthenticationModule {}
