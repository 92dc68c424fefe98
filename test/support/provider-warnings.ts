/**
 * Imported before oidc-provider, which warns of each Node but the newest and of requests to this machine; a test wants
 * both.
 */
const warn = console.warn.bind(console);
console.warn = (...given: unknown[]): void => {
  if (!String(given[0]).includes('oidc-provider')) warn(...given);
};

export {};
