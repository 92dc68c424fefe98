import * as common from './common-parts.mjs';
import { examples } from './examples.mjs';

const SUCCESS = { 200: 'Done.', 201: 'Made.', 202: 'Taken.', 204: 'Done.' };
const LOG_FILE = { 'application/x-ndjson': { schema: { type: 'string' } } };

/** The whole description: what the controllers declare, with what the source says of their handlers. */
export function assemble(declared, { handlers, schemas, fields, loose }) {
  if (loose.length > 0) throw new Error(`These answers say nothing of themselves:\n${loose.join('\n')}`);
  const components = {
    securitySchemes: common.securitySchemes,
    parameters: common.parameters,
    headers: common.headers,
    responses: Object.fromEntries(Object.values(common.refusals)),
    schemas: inOrder({ ...bodies(declared.components.schemas, fields), ...schemas }, schemas),
  };
  const paths = {};
  const used = new Set();
  for (const [path, item] of Object.entries(declared.paths)) {
    paths[path] = {};
    for (const [method, operation] of Object.entries(item)) {
      const handler = handlers[operation.operationId];
      const made = operationOf({ path, method, operation, handler, fields });
      for (const tag of made.tags) used.add(tag);
      paths[path][method] = made;
    }
  }
  return {
    openapi: '3.1.0',
    info: common.info,
    servers: common.servers,
    security: [{ bearer: [] }],
    tags: Object.entries(common.tags)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components,
  };
}

function operationOf({ path, method, operation, handler, fields }) {
  const id = operationIdOf(operation.operationId);
  const { body, parameters = {}, answer } = examples[id] ?? {};
  const declared = Object.keys(operation.responses);
  const status = declared.find((one) => one < '300');
  const takesBody = operation.requestBody !== undefined;
  return {
    operationId: id,
    summary: operation.summary,
    ...(handler.comment ? { description: handler.comment } : {}),
    tags: operation.tags,
    ...(handler.open ? { security: [] } : {}),
    parameters: [
      ...operation.parameters.map((one) => parameterOf(one, fields[handler.query] ?? {}, parameters)),
      ...headersOf(method, handler),
    ],
    ...(takesBody ? { requestBody: withExample(operation.requestBody, body) } : {}),
    responses: {
      [status]: successOf(status, handler, answer),
      ...refusalsOf({ path, method, handler, takesBody, declared }),
    },
  };
}

/** ChildrenApiController.search: childrenSearch. */
function operationIdOf(key) {
  const [controller, method] = key.split('.');
  const noun = controller.replace(/(Api)?Controller$/, '');
  return noun[0].toLowerCase() + noun.slice(1) + method[0].toUpperCase() + method.slice(1);
}

function parameterOf({ name, in: place, required, schema }, comments, given) {
  const inPath = place === 'path';
  return {
    name,
    in: place,
    required,
    ...(comments[name] ? { description: comments[name] } : {}),
    schema: inPath ? (common.pathSchemas[name] ?? { type: 'string', format: 'uuid' }) : schema,
    ...(given[name] === undefined ? {} : { example: given[name] }),
  };
}

function headersOf(method, { ifMatch, open, answerNotKept }) {
  const names = [
    ...(ifMatch === 'required' ? ['IfMatch'] : []),
    ...(ifMatch === 'optional' ? ['OptionalIfMatch'] : []),
    ...(method === 'post' && !open && !answerNotKept ? ['IdempotencyKey'] : []),
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function withExample(requestBody, example) {
  if (example === undefined) return requestBody;
  const { schema } = requestBody.content['application/json'];
  return { ...requestBody, content: { 'application/json': { schema, example } } };
}

function successOf(status, { body, file, etag, location }, example) {
  const named = (name) => ({ $ref: `#/components/headers/${name}` });
  const json = body && {
    'application/json': { schema: body, ...(example === undefined ? {} : { example }) },
  };
  return {
    description: SUCCESS[status],
    headers: {
      'X-Request-Id': named('RequestId'),
      ...(etag ? { ETag: named(etag === 'always' ? 'ETag' : 'OptionalETag') } : {}),
      ...(location ? { Location: named('Location') } : {}),
    },
    ...(json || file ? { content: file ? LOG_FILE : json } : {}),
  };
}

function refusalsOf({ path, method, handler, takesBody, declared }) {
  const writes = method !== 'get';
  const applies = {
    400: takesBody || path.includes('{'),
    401: !handler.open || path === '/api/v1/session',
    403: !handler.open,
    404: !handler.open || path.includes('/demo/') || path.includes('{'),
    409: writes,
    412: handler.ifMatch !== null,
    413: takesBody,
    415: takesBody,
    422: true,
    428: handler.ifMatch === 'required',
    429: true,
    503: true,
  };
  return Object.fromEntries(
    Object.entries(common.refusals)
      .filter(([status]) => applies[status] || declared.includes(status))
      .map(([status, [name]]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}

/** Bodies hold what they describe and nothing else; what the source says of a field stands beside it. */
function bodies(declared, fields) {
  return Object.fromEntries(
    Object.entries(declared).map(([name, schema]) => [
      name,
      {
        ...schema,
        properties: Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([field, of]) => {
            const description = fields[name]?.[field];
            return [field, description ? { ...of, description } : of];
          }),
        ),
        additionalProperties: false,
      },
    ]),
  );
}

function inOrder(all, answers) {
  const twice = Object.keys(answers).filter((name) => all[name] !== answers[name]);
  if (twice.length > 0) throw new Error(`A body and an answer share a name: ${twice.join(', ')}`);
  return Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
}
