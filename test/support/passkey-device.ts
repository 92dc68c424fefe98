import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a page asks the browser, as far as a device reads it. */
interface Asked {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

/** In what a device or the page it is used on may differ from an honest one. */
export interface Odd {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly isVerified?: boolean;
  readonly isPresent?: boolean;
  readonly counter?: number;
  readonly userHandle?: string | null;
}

const [PRESENT, VERIFIED, MAY_BE_COPIED, COPIED, WITH_KEY] = [1, 4, 8, 16, 64];
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const b64 = (data: Buffer | string): string => Buffer.from(data).toString('base64url');

/** An authenticator in software: one passkey, as a phone or security key keeps it. */
export class PasskeyDevice {
  readonly credentialId = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';
  private counter = 0;

  /** One that is copied between devices counts nothing. */
  constructor(
    private readonly origin: string,
    private readonly isCopied = false,
  ) {}

  /** What it answers when a page asks for a new passkey. */
  create(asked: Asked, odd: Odd = {}): string {
    this.userHandle = asked.user!.id;
    const key = this.publicKey();
    const id = this.credentialId;
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const data = Buffer.concat([this.data(asked, WITH_KEY!, odd), Buffer.alloc(16), length, id, key]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x59, data.length >> 8, data.length & 255]),
      data,
    ]);
    return this.answer({
      clientDataJSON: b64(this.clientData('webauthn.create', asked, odd)),
      attestationObject: b64(attestation),
      transports: ['internal'],
    });
  }

  /** What it answers when a page asks for it. */
  use(asked: Asked, odd: Odd = {}): string {
    if (!this.isCopied) this.counter++;
    const data = this.data(asked, 0, odd);
    const client = this.clientData('webauthn.get', asked, odd);
    const userHandle = odd.userHandle === undefined ? this.userHandle : odd.userHandle;
    return this.answer({
      clientDataJSON: b64(client),
      authenticatorData: b64(data),
      signature: b64(sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey)),
      ...(userHandle === null ? {} : { userHandle }),
    });
  }

  private answer(response: object): string {
    const id = b64(this.credentialId);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(type: string, asked: Asked, odd: Odd): string {
    return JSON.stringify({
      type: odd.type ?? type,
      challenge: odd.challenge ?? asked.challenge,
      origin: odd.origin ?? this.origin,
      crossOrigin: false,
    });
  }

  private data(
    asked: Asked,
    more: number,
    { host, isVerified = true, isPresent = true, counter }: Odd,
  ): Buffer {
    const flags =
      (isPresent ? PRESENT! : 0) |
      (isVerified ? VERIFIED! : 0) |
      (this.isCopied ? MAY_BE_COPIED! | COPIED! : 0) |
      more;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.counter);
    return Buffer.concat([sha256(host ?? asked.rp?.id ?? asked.rpId!), Buffer.from([flags]), count]);
  }

  /** A P-256 key in COSE. */
  private publicKey(): Buffer {
    const { x, y } = (this.keys.publicKey as KeyObject).export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x!, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y!, 'base64url'),
    ]);
  }
}

/** What a page asks the browser for. */
export function askedIn(html: string): Asked {
  const options = /data-passkey-options="([^"]+)"/.exec(html)?.[1];
  if (!options) throw new Error('The page asks for no passkey.');
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Asked;
}
