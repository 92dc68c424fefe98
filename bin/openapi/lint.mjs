import { createConfig, lintFromString } from '@redocly/openapi-core';

/** What the recommended rules of Redocly find, warnings too; empty for a clean description. */
export async function errorsIn(text) {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  return problems.map(
    ({ severity, ruleId, message, location }) =>
      `${severity} ${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  );
}
