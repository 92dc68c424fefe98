import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Webhook as Signer } from 'standardwebhooks';
import {
  type Address,
  deriveKey,
  pinnedTo,
  PrivateTarget,
  publicAddressOf,
  targetError,
} from '#libs/platform';

/** What is sent: which kind of act, when, and identifiers. */
export interface WebhookEvent {
  /** The same for every attempt: the receiver recognises a repeated one by it. */
  readonly eventId: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly subjectId: string | null;
  readonly episodeId: string;
}
export interface Attempt {
  /** The receiver's answer, if it gave one. */
  readonly status: number | null;
  /** Why it was not delivered; null when it was. */
  readonly reason: 'address' | 'timeout' | 'connection' | 'certificate' | 'redirect' | 'answer' | null;
}

const TIMEOUT_MS = 10_000;

/** The secret that signs one webhook's deliveries. It derives from its id, so that no one can read it again. */
export const webhookSecret = (secret: string, secretId: string): string =>
  `whsec_${createHmac('sha256', deriveKey(secret, 'webhook')).update(secretId).digest('base64')}`;

/** Posts one signed event. Follows no redirect, and reads nothing of the answer but its status. */
export async function sendWebhook(
  address: string,
  event: WebhookEvent,
  secret: string,
  toLoopback: boolean,
): Promise<Attempt> {
  if (targetError(address, toLoopback)) return { status: null, reason: 'address' };
  const url = new URL(address);
  try {
    const status = await post(url, await publicAddressOf(url, toLoopback), signed(event, secret));
    return { status, reason: reasonOf(status) };
  } catch (error) {
    return { status: null, reason: reasonOfError(error as NodeJS.ErrnoException) };
  }
}

function signed({ eventId, kind, happenedAt, subjectId, episodeId }: WebhookEvent, secret: string) {
  const body = JSON.stringify({
    type: kind,
    timestamp: happenedAt.toISOString(),
    data: { id: subjectId, episodeId },
  });
  const at = new Date();
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Bridges',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Signer(secret).sign(eventId, at, body),
    },
  };
}

function post(url: URL, address: Address, { body, headers }: ReturnType<typeof signed>) {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<number>((resolve, reject) => {
    const sent = request(
      url,
      {
        ...{ method: 'POST', headers, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS) },
        lookup: pinnedTo(address),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function reasonOf(status: number): Attempt['reason'] {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'answer';
}

function reasonOfError(error: NodeJS.ErrnoException): Attempt['reason'] {
  if (error instanceof PrivateTarget) return 'address';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY/.test(error.code ?? '') ? 'certificate' : 'connection';
}
