import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, conflict, invalidField, newId } from '#libs/platform';
import { type Account, credentialsOf } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import {
  type CreatedPasskey,
  type NewPasskeyAnswer,
  PasskeyCeremonies,
  type PasskeyQuestion,
} from './passkey-ceremonies.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import type { SetUpDone } from './second-factor-set-up.service.js';

export const MAX_PASSKEY_NAME_LENGTH = 60;
const MOST = 10;

/** A person adds a passkey of their own. */
@Injectable()
export class PasskeySetUpService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly codes: RecoveryCodesService,
    private readonly log: AuthenticationLog,
  ) {}

  /** The question for a new passkey. Throws 409 for an account that visitors share, or one with enough of them. */
  async ask(account: Account): Promise<PasskeyQuestion> {
    const { rows } = await this.pool.query<{ may: boolean; known: Buffer[] | null }>(MAY_ADD, [
      ...[account.id, this.config.demo, MOST],
    ]);
    if (!rows[0]?.may) throw MAY_NOT_ADD();
    const known = (rows[0].known ?? []).map((id) => ({ id: id.toString('base64url') }));
    return this.ceremonies.askForNew(account, known);
  }

  /**
   * Stores a new passkey. Gives recovery codes, which are shown this once, if the account has none
   * left, and the account as it is from then on: sessions and tokens begun before are dead. Throws 422 beside the button,
   * 409 as `ask` does.
   */
  async add(account: Account, name: string, answer: NewPasskeyAnswer): Promise<SetUpDone> {
    const created = await this.ceremonies.checkNew(answer);
    if (!created) throw invalidField('passkey', 'The passkey was not accepted. Try again');
    const { rows } = await this.pool.query<{ credentials: string }>(ADD, [
      ...[account.id, this.config.demo, MOST, newId(), name, ...columnsOf(created)],
    ]);
    if (!rows[0]) throw MAY_NOT_ADD();
    await this.log.record(account.practitionerId, 'add passkey');
    return {
      codes: await this.codes.issueIfNoneLeft(account.id),
      account: { ...account, ...rows[0] },
    };
  }
}

const MAY_NOT_ADD = () =>
  conflict(
    `You cannot add a passkey: you have ${MOST} already, this one is in use, or you share this account with other visitors.`,
  );

const columnsOf = ({ credential, aaguid, credentialDeviceType, credentialBackedUp }: CreatedPasskey) => [
  Buffer.from(credential.id, 'base64url'),
  Buffer.from(credential.publicKey),
  credential.counter,
  // What a browser sends is kept only where it is short.
  (credential.transports ?? []).filter((name) => /^[a-z-]{1,20}$/.test(name)).slice(0, 10),
  aaguid,
  credentialDeviceType === 'multiDevice' ? 'multi_device' : 'single_device',
  credentialBackedUp,
];

const MAY = `not ($2 and a.demo_sentence is not null)
  and (select count(*) from auth.passkeys k where k.account_id = a.id) < $3`;

const MAY_ADD = `
  select ${MAY} as may, (select array_agg(k.credential_id) from auth.passkeys k where k.account_id = a.id) as known
  from auth.accounts a where a.id = $1`;

const ADD = `
  with added as (
    insert into auth.passkeys (id, account_id, name, credential_id, public_key, counter, transports, aaguid, device_type,
      is_backed_up, created_at)
    select $4, a.id, $5, $6, $7, $8, $9, $10, $11, $12, now() from auth.accounts a where a.id = $1 and ${MAY}
    on conflict (credential_id) do nothing returning account_id)
  update auth.accounts a set credentials_changed_at = clock_timestamp() from added where a.id = added.account_id
  returning ${credentialsOf('a')} as credentials`;
