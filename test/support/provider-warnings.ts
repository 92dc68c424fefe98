/**
 * Imported before oidc-provider, which warns of each Node but the newest, of requests to this machine, and that its memory
 * is not for production; a test wants all three.
 */
for (const name of ['warn', 'info'] as const) {
  const write = console[name].bind(console);
  console[name] = (...given: unknown[]): void => {
    if (!String(given[0]).includes('oidc-provider')) write(...given);
  };
}

export {};
