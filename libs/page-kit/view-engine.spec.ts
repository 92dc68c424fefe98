import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createViewEngine, render } from './view-engine.js';

const views = mkdtempSync(join(tmpdir(), 'views-'));
afterAll(() => rmSync(views, { recursive: true }));

function page(template: string, context: object = {}): string {
  writeFileSync(join(views, 'page.njk'), template);
  return render(createViewEngine([views]), 'page.njk', context);
}

const actor = { name: 'Amina Patel', roleLabel: 'Lead professional', agencyName: 'County Council', posts: 1 };
const base = '{% extends "layouts/base.njk" %}{% block page %}<h1>Hello</h1>{% endblock %}';

describe('every page', () => {
  it('has a title, a mark, help in the footer and a script with its nonce', () => {
    const html = page(base, { title: 'Home', cspNonce: 'n0nce', actor: null });
    expect(html).toContain('<title>Home – Bridges</title>');
    expect(html).toContain('aria-label="Bridges"');
    expect(html).toContain('href="/help"');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<script[^>]* nonce="n0nce"/g)).toHaveLength(2);
    expect(html).not.toContain('/sign-out');
    expect(html).not.toMatch(/ style="|govuk-logo|GDS Transport/);
  });

  it('says who is signed in and lets them sign out', () => {
    const html = page(base, { title: 'Home', actor, csrfToken: 'token' });
    expect(html).toContain('Lead professional, County Council');
    expect(html).toMatch(
      /<form method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf" value="token">/,
    );
    expect(html).not.toContain('Switch post');
    expect(page(base, { title: 'Home', actor: { ...actor, posts: 2 } })).toContain('Switch post');
  });

  it('announces errors in its title and at its top', () => {
    const errors = [{ field: 'held', message: 'Enter the date of the review' }];
    const html = page(base, { title: 'Hold a review', errors });
    expect(html).toContain('<title>Error: Hold a review – Bridges</title>');
    expect(html).toContain('<a href="#held">Enter the date of the review</a>');
  });

  it('confirms what was done', () => {
    expect(page(base, { flash: { kind: 'success', text: 'Review held' } })).toContain('Review held');
  });

  it('escapes what people typed', () => {
    expect(page('{{ name }}{{ name | lines }}', { name: '<b>' })).toBe(
      '&lt;b&gt;<p class="govuk-body">&lt;b&gt;</p>',
    );
  });
});

describe('the fields of a form', () => {
  const fields = '{% from "macros/field.njk" import dateField, textField, checkboxesField %}';
  const typed = { 'held-day': '31', place: '"Holywell"', there: ['m'] };
  const errors = [{ field: 'held', message: 'The date of the review must be a real date' }];

  it('keep what was typed and show the error beside it, where the summary links to', () => {
    const html = page(`${fields}{{ dateField("held", "When?", typed, errors) }}`, { typed, errors });
    expect(html).toMatch(/id="held" name="held-day"[^>]* value="31"/);
    expect(html).toContain('The date of the review must be a real date');
    expect(html).toContain('aria-describedby="held-date-error"');
  });

  it('are empty when nothing was typed', () => {
    expect(page(`${fields}{{ textField("place", "Where", typed, errors) }}`)).toContain(
      'id="place" name="place"',
    );
  });

  it('keep ticked options ticked', () => {
    const items = [
      { value: 'm', text: 'Mother' },
      { value: 't', text: 'Teacher' },
    ];
    const html = page(`${fields}{{ checkboxesField("there", "Who", typed, errors, { items: items }) }}`, {
      typed,
      items,
    });
    expect(html).toMatch(/value="m" checked/);
    expect(html).not.toMatch(/value="t" checked/);
  });
});

describe('the pages of an episode', () => {
  const template = '{% extends "layouts/episode.njk" %}{% block page %}<h1>Overview</h1>{% endblock %}';
  const episode = {
    id: '1',
    href: '/episodes/1',
    title: 'Chloe',
    children: [
      { name: 'Chloe', age: '2 years' },
      { name: 'Adrian', age: '11 years' },
    ],
    level: { number: 3, name: 'Targeted' },
    status: 'Plan agreed',
    lead: { name: 'Amina Patel', telephone: '0116 496 0101' },
    vacancyDays: null,
    nextDate: { date: '2026-12-01', what: 'TAC meeting' },
    consentText: 'Shared with 3 agencies',
    reason: 'You are the lead professional.',
    tabs: [{ text: 'Overview', href: '/episodes/1', active: true }],
  };
  const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const today = '2026-11-25';

  it('begin with the child, level, lead, next date, consent and reason for access', () => {
    const html = page(template, { episode, today });
    expect(words(html)).toContain('Chloe 2 years and Adrian 11 years');
    expect(words(html)).toContain('TAC meeting, 1 December 2026 in 6 days');
    expect(html).toContain('href="tel:01164960101"');
    expect(words(html)).toContain('Why can I see this? You are the lead professional.');
    expect(html).toContain('aria-current="page" href="/episodes/1"');
  });

  it('say plainly that there is no lead and that a date has passed', () => {
    const late = { ...episode, lead: null, vacancyDays: 6, nextDate: { date: '2026-11-21', what: 'Review' } };
    const html = page(template, { episode: late, today });
    expect(words(html)).toContain('No lead professional vacant for 6 days');
    expect(html).toContain('<span class="app-late">4 days late</span>');
  });
});

describe('small parts', () => {
  it('name a level by number and name', () => {
    const html = page(
      '{% from "macros/level.njk" import levelTag %}{{ levelTag(level) }}{{ levelTag(null) }}',
      {
        level: { number: 2, name: 'Early help' },
      },
    );
    expect(html.replace(/<[^>]+>/g, '')).toBe('Level 2 Early helpNot yet decided');
  });

  it('mark what is late in words as well as colour', () => {
    const items = [{ what: 'Review', when: '2026-11-21', act: { text: 'hold review', href: '/r' } }];
    const html = page('{% from "macros/list.njk" import dueList %}{{ dueList(items, "2026-11-25") }}', {
      items,
    });
    expect(html).toContain('due 21 November 2026, <span class="app-late">4 days late</span>');
  });

  it('say what an empty chart will hold', () => {
    const html = page(
      '{% from "macros/chart.njk" import chart %}{{ chart(none, { empty: "No outcome yet." }) }}',
      {
        none: { svg: '<svg/>', table: { caption: 'x', head: [], rows: [] } },
      },
    );
    expect(html).toContain('No outcome yet.');
    expect(html).not.toContain('<svg');
  });

  it('give a summary row without a value a phrase', () => {
    const rows = [{ key: 'GP', value: '' }];
    expect(page('{% from "macros/summary.njk" import summary %}{{ summary(rows) }}', { rows })).toContain(
      'Not given',
    );
  });

  it('offer the next page only when there is one', () => {
    const template = '{% from "macros/list.njk" import more %}{{ more(next) }}';
    expect(page(template, { next: '/x?after=1&n=2' })).toContain('href="/x?after=1&amp;n=2"');
    expect(page(template).trim()).toBe('');
  });
});
