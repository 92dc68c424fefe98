import type { INestApplication } from '@nestjs/common';
import passport from 'passport';
import { LocalStrategy } from '../../apps/bridges/src/authentication/local.strategy.js';

let last: Promise<unknown> = Promise.resolve();

/** Passport's strategies belong to the process, and each program registers its own: one program after the other uses them. */
export function inPassportTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  // Only that it has ended: its result would keep a closed program in memory.
  last = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}

/** Signs in to this program, whichever of several in this process opened last. */
export function signInTo<T>(app: INestApplication, signIn: () => Promise<T>): Promise<T> {
  return inPassportTurn(() => {
    passport.use(app.get(LocalStrategy));
    return signIn();
  });
}
