import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AccessModule } from '#libs/access';
import { AccountsModule } from '#libs/accounts';
import { BrowserSessions } from '../http/browser-sessions.js';
import { KnownDevices } from './known-devices.js';
import { LocalStrategy } from './local.strategy.js';
import { PendingSignIns } from './pending-sign-in.js';
import { PostSerializer } from './post.serializer.js';
import { ProviderSignIns } from './provider-sign-ins.js';
import { SignInCompletion } from './sign-in-completion.js';

/** Sign-in with passport. */
@Module({
  imports: [PassportModule.register({ session: true }), AccessModule, AccountsModule],
  providers: [
    BrowserSessions,
    KnownDevices,
    LocalStrategy,
    PendingSignIns,
    PostSerializer,
    ProviderSignIns,
    SignInCompletion,
  ],
  exports: [AccessModule, AccountsModule, BrowserSessions, KnownDevices, PendingSignIns, ProviderSignIns],
})
export class AuthenticationModule {}
