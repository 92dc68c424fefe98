import { Injectable } from '@nestjs/common';
import { PassportSerializer } from '@nestjs/passport';
import type { SignedIn } from './sign-in-completion.js';

interface Held {
  readonly accountId: string;
  readonly practitionerId: string;
  readonly postId: string;
}

/** The session stores ids only; identity and permissions are loaded anew for each request. */
@Injectable()
export class PostSerializer extends PassportSerializer {
  serializeUser(user: SignedIn | Held, done: (error: Error | null, held: Held) => void): void {
    done(
      null,
      'account' in user
        ? { accountId: user.account.id, practitionerId: user.actor.practitionerId, postId: user.actor.postId }
        : user,
    );
  }

  deserializeUser(held: Held, done: (error: Error | null, user: Held) => void): void {
    done(null, held);
  }
}
