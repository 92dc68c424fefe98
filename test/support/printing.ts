import type { Page } from 'playwright-core';

/** What a printed page should not have: addresses of links, navigation, banners, buttons and fields. Empty if it has none. */
export async function unfitForPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = (await page.evaluate(`(() => {
    const isVisible = (element) => element.getClientRects().length > 0;
    const links = [...document.querySelectorAll('a')].filter(isVisible);
    const addresses = links
      .flatMap((link) => ['::before', '::after'].map((part) => getComputedStyle(link, part).content))
      .filter((content) => content.includes('/'));
    const parts = [...document.querySelectorAll(
      'nav, button, input:not([type=hidden]), select, textarea, .app-demo, .app-footer, .govuk-skip-link, .govuk-back-link, .govuk-notification-banner',
    )].filter(isVisible).map((element) => element.outerHTML.slice(0, 100));
    return [...addresses, ...parts];
  })()`)) as string[];
  await page.emulateMedia({ media: null });
  return found;
}
