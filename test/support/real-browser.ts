import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium as launcher, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../apps/console/src/seed/index.js';
import { bySize } from './size.js';
import { usernameOf } from './test-app.js';

/** Imitates a graphics card, which no page needs: a journey takes a fifth less without. */
const GRAPHICS = /gl=|swiftshader|ignore-gpu|in-process-gpu/;

/** A browser shipped inside a package, so that a fresh machine needs no other. */
export async function openBrowser(): Promise<Browser> {
  // If the machine lacks the browser's shared libraries, the package unpacks its own.
  if (!hasLibrary('libnss3.so')) process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !GRAPHICS.test(arg)), '--no-sandbox', '--disable-gpu'],
    headless: true,
  });
}

function hasLibrary(name: string): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return false;
  }
}

const LOOKED_AT = new Set<string>();
/** Differences that do not make a page new to axe: ids and tokens and, outside the full run, other words in the same places. */
const PASSING = bySize(
  /[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|value="[^"]*"|href="[^"]*"|(?<=>)[^<]+/g,
  /[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|value="[^"]*"/g,
);

interface Options {
  readonly javaScriptEnabled?: boolean;
  readonly width?: number;
}

/** One person at a browser. Axe checks every page they visit. */
export class Person {
  readonly violations: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly base: string,
    private readonly name: string,
  ) {}

  static async signIn(
    browser: Browser,
    base: string,
    persona: string,
    options: Options = {},
  ): Promise<Person> {
    const person = await Person.open(browser, base, persona, options);
    await person.typePassword(usernameOf(persona));
    return person;
  }

  /** A person who has not signed in. */
  static async open(
    browser: Browser,
    base: string,
    name: string,
    { javaScriptEnabled = true, width = 1280 }: Options = {},
  ): Promise<Person> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
    return new Person(await context.newPage(), context, base, name);
  }

  async typePassword(username: string, password = DEMO_PASSWORD): Promise<void> {
    await this.goto('/sign-in');
    await this.page.fill('#username', username);
    await this.page.fill('#password', password);
    await this.press(/^Sign in$/);
  }

  /** From now on this page has a device with passkeys, which its owner unlocks at once. */
  async takeDevice(): Promise<void> {
    const device = await this.context.newCDPSession(this.page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
  }

  /** Presses a button that asks the device first, and checks the page that the answer leads to. */
  async pressWithDevice(button: string | RegExp): Promise<void> {
    const navigated = this.page.waitForEvent('framenavigated');
    await this.page.getByRole('button', { name: button }).first().click();
    await navigated;
    await this.look();
  }

  async goto(path: string): Promise<number> {
    const answer = await this.page.goto(this.base + path);
    await this.look();
    return answer?.status() ?? 0;
  }

  /** Presses a button and checks the next page. */
  async press(button: string | RegExp): Promise<void> {
    await Promise.all([
      this.page.waitForLoadState('load'),
      this.page.getByRole('button', { name: button }).first().click(),
    ]);
    await this.look();
  }

  async follow(link: string | RegExp): Promise<void> {
    await Promise.all([
      this.page.waitForLoadState('load'),
      this.page.getByRole('link', { name: link }).first().click(),
    ]);
    await this.look();
  }

  /** Types into fields by their names; a radio or checkbox is chosen by `name: value` in `choices`. */
  async fill(
    fields: Record<string, string>,
    choices: Record<string, string | readonly string[]> = {},
  ): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`[name="${name}"]:not([type=hidden])`).first();
      if ((await field.evaluate((element: { tagName: string }) => element.tagName)) === 'SELECT')
        await field.selectOption(value);
      else await field.fill(value);
    }
    for (const [name, values] of Object.entries(choices))
      for (const value of typeof values === 'string' ? [values] : values)
        await this.page.locator(`input[name="${name}"][value="${value}"]`).check();
  }

  /** Opens the folded part of the page that a control is in. */
  async reveal(control: string): Promise<void> {
    await this.page.locator(`details:has(${control}) > summary`).click();
  }

  async date(name: string, day: string): Promise<void> {
    const [year, month, date] = day.split('-');
    await this.fill({ [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! });
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** Saves a screenshot when PICTURES names a folder. */
  async picture(name: string): Promise<void> {
    const folder = process.env['PICTURES'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  /** Checks the page as it is now. */
  async look(): Promise<void> {
    await this.page.waitForLoadState('load');
    // The same page in the same state, ids and tokens apart, is checked once.
    const shape = (
      await this.page.locator('body').evaluate((body: { outerHTML: string }) => body.outerHTML)
    ).replace(PASSING, '');
    if (LOOKED_AT.has(shape)) return;
    LOOKED_AT.add(shape);
    // No page has a frame, so axe needs no second page to gather the results of frames.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, nodes } of violations)
      this.violations.push(
        `${this.name} at ${this.path()}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
    const wide = await this.page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    if (wide) this.violations.push(`${this.name} at ${this.path()}: scrolls sideways`);
  }
}
