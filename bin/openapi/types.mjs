import openapiTypescript, { astToString } from 'openapi-typescript';

const HEAD =
  '// Made by `npm run openapi` from docs/openapi.json: types for a client, such as openapi-fetch.\n';

/** The types of everything that is sent and answered. */
export async function typesOf(document) {
  return HEAD + astToString(await openapiTypescript(structuredClone(document)));
}
