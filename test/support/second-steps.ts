import request from 'supertest';
import { DEMO_PASSWORD } from '../../apps/console/src/seed/index.js';
import { ApiClient } from './api-client.js';
import { AuthenticatorApp } from './authenticator-app.js';
import { Browser } from './browser.js';
import { usernameOf, type TestApp } from './test-app.js';

/** Signing in with a second step, outside a demonstration. */
export class SecondSteps {
  private source = 0;

  private constructor(private readonly app: TestApp) {}

  /** With no attempt counted, no second step set up and no rule of an agency. */
  static async anew(app: TestApp): Promise<SecondSteps> {
    for (const table of [
      'attempts',
      'second_factors',
      'passkeys',
      'recovery_codes',
      'agencies_with_second_factor',
    ])
      await app.asOwner(`delete from auth.${table}`);
    return new SecondSteps(app);
  }

  /** By the API, each from another address, so that only the limit of codes counts them together. */
  signIn(persona: string, code?: string, password = DEMO_PASSWORD) {
    return request(this.app.server)
      .post('/api/v1/session')
      .set('X-Forwarded-For', `198.51.100.${++this.source % 250}`)
      .send({ username: usernameOf(persona), password, ...(code ? { code } : {}) });
  }

  async clientOf(persona: string, code?: string): Promise<ApiClient> {
    const { body } = await this.signIn(persona, code);
    return new ApiClient(this.app.server, String((body as { token: string }).token));
  }

  /** A browser in which the password was typed, and where it was sent then. */
  async typePassword(persona: string, next = '/'): Promise<[Browser, string | undefined]> {
    const browser = Browser.stranger(this.app.server);
    const fields = { username: usernameOf(persona), password: DEMO_PASSWORD, next };
    const { location } = await browser.submit('/sign-in', fields, '/sign-in');
    return [browser, location];
  }

  /** Sets up an app while signing in, as a person has to whose role needs it. The code it used is that of the step before. */
  async setUp(persona = 'schoolTeacher') {
    const [browser, location] = await this.typePassword(persona);
    expect(location).toBe('/sign-in/second-step');
    await browser.submit('/sign-in/second-step', {}, location);
    const phone = AuthenticatorApp.fromPage((await browser.get(location!)).text);
    await clearOfTurn();
    const done = await browser.submit('/sign-in/second-step', { code: await phone.code(-1) }, location);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Your recovery codes')]);
    return { browser, phone, recoveryCodes: codesIn(done.text) };
  }

  /** From now on the app has been used a while ago, so that its present codes are new. */
  forgetLastCode(): Promise<unknown> {
    return this.app.asOwner('update auth.second_factors set last_step = 1 where last_step > 1');
  }

  /** From now on every session's person proved who they are a long time ago. */
  forgetConfirmation(): Promise<unknown> {
    return this.app.asOwner(
      `update auth.sessions set sess = jsonb_set(sess::jsonb, '{confirmedAt}', '1')::json
       where (sess::jsonb) ? 'confirmedAt'`,
    );
  }
}

/** A code of the step before is refused if the half-minute turns on its way. */
async function clearOfTurn(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 4_000) await new Promise((resolve) => setTimeout(resolve, left));
}

/** The recovery codes that a page shows. */
export const codesIn = (html: string): string[] =>
  [...html.matchAll(/<li><code>([a-z0-9-]+)<\/code><\/li>/g)].map(([, code]) => code!);
