import { Injectable } from '@nestjs/common';
import { PassportSerializer } from '@nestjs/passport';
import type { SignedIn } from './local.strategy.js';

interface Held {
  readonly accountId: string;
  readonly practitionerId: string;
  readonly postId: string;
}

/** A session holds ids only; who they are and what they may do is asked anew each time. */
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
