import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { CustomFetch } from 'openid-client';
import { pinnedTo, PrivateTarget, publicAddressOf, targetError } from '#libs/platform';

const MAX_BYTES = 1_000_000;

/**
 * Requests to an identity provider. An administrator enters its issuer, and it names further addresses itself, so each
 * is checked, connected to as it was checked, and no redirect is followed. Throws PrivateTarget for an address inside.
 */
export const providerRequests =
  (toLoopback: boolean): CustomFetch =>
  async (address, { method, headers, body, signal }) => {
    if (targetError(address, toLoopback)) throw new PrivateTarget();
    const url = new URL(address);
    const lookup = pinnedTo(await publicAddressOf(url, toLoopback));
    const text =
      body === undefined || body === null ? null : Buffer.from(String(body as string | URLSearchParams));
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise<Response>((resolve, reject) => {
      const sent = request(
        url,
        {
          ...{ method, lookup, agent: false, signal },
          headers: { ...headers, ...(text ? { 'content-length': text.length } : {}) },
        },
        (answer) => void read(answer).then(resolve, reject),
      );
      sent.on('error', reject);
      sent.end(text ?? undefined);
    });
  };

async function read(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new Error('The answer of the identity provider is too large');
    parts.push(part);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(', '));
  const status = answer.statusCode ?? 500;
  const hasNoBody = status === 204 || status === 304;
  return new Response(hasNoBody ? null : Buffer.concat(parts), { status, headers });
}
