import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { WatchRulesService } from '#libs/oversight/access-concerns';
import { FormReader } from '#libs/page-kit';
import { isKeyOf, labelOf, WATCH_RULES } from '#libs/terms';
import { unreachable } from '#libs/platform';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';

const VIEW = 'access-concerns/rules.njk';

/** The thresholds of the access-concern rules, set by the governance lead. */
@Controller('access-concerns/rules')
export class WatchRulesController {
  constructor(private readonly rules: WatchRulesService) {}

  @Get()
  @Allow('watch.set')
  list(): Promise<Page> {
    return this.load();
  }

  @Post(':rule')
  @Allow('watch.set')
  @ConfirmedRecently()
  async change(@Param('rule') rule: string, @Body() body: unknown): Promise<Page | Redirect> {
    if (!isKeyOf(WATCH_RULES, rule)) throw unreachable();
    const form = new FormReader(body);
    const whole = (min: number, max: number, label: string) => ({ min, max, label });
    const version = form.integer('version', whole(1, 1_000_000, 'the version'));
    const threshold = form.integer(`threshold-${rule}`, whole(1, 1000, 'the limit'));
    const hours = form.optionalInteger(`hours-${rule}`, whole(1, 168, 'the hours'));
    const active = form.choice(`active-${rule}`, ['yes', 'no'], { label: 'whether it is on' }) === 'yes';
    const result = await submit(form, () => this.rules.change(rule, version, { threshold, hours, active }));
    if (!result.ok) return this.load({ typed: form.typed, errors: result.errors }, 422);
    return done('/access-concerns/rules', `Changed: ${labelOf(WATCH_RULES, rule)}.`);
  }

  private async load(again: { typed?: object; errors?: object } = {}, status = 200): Promise<Page> {
    const rules = (await this.rules.list()).map((row) => ({
      ...row,
      what: labelOf(WATCH_RULES, row.rule as keyof typeof WATCH_RULES),
    }));
    const typed = Object.fromEntries(
      rules.flatMap(({ rule, threshold, hours, active }) => [
        [`threshold-${rule}`, threshold],
        [`hours-${rule}`, hours],
        [`active-${rule}`, active ? 'yes' : 'no'],
      ]),
    );
    return new Page(
      VIEW,
      {
        title: 'Alert rules',
        rules,
        errors: again.errors ?? [],
        typed: { ...typed, ...again.typed },
      },
      status,
    );
  }
}
