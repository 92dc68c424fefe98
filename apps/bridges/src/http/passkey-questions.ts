import {
  CHALLENGE_MINUTES,
  type NewPasskeyAnswer,
  type PasskeyAnswer,
  type PasskeyQuestion,
} from '#libs/accounts';
import { invalidField } from '#libs/platform';
import type { BridgesRequest } from './request.js';

/** What an answer is for. One that was given for another purpose does not count. */
export type PasskeyPurpose = 'sign in' | 'second step' | 'confirm' | 'add';

/** A question that waits for its answer. */
export interface OpenQuestion {
  readonly challenge: string;
  readonly purpose: PasskeyPurpose;
  readonly askedAt: number;
}

/** Pages of one session that may wait at a time, in so many tabs. */
const MOST = 5;
const LONGEST = 20_000;
const TOO_LATE = `Try again: your passkey is asked for again after ${CHALLENGE_MINUTES} minutes`;

/** Keeps in the session what this page asks a passkey for. Gives what the page hands to the browser. */
export function putQuestion(
  { session }: BridgesRequest,
  purpose: PasskeyPurpose,
  { challenge, options }: PasskeyQuestion,
): string {
  session.passkeyQuestions = [
    ...(session.passkeyQuestions ?? []).filter(isInTime),
    { challenge, purpose, askedAt: Date.now() },
  ].slice(-MOST);
  return options;
}

/**
 * The answer that a form brought in this field, to a question that this session was asked for this purpose. It ends the question.
 * Throws 422 beside the field. Whether the answer is right is not known yet.
 */
export function takeAnswer<Answer extends PasskeyAnswer | NewPasskeyAnswer>(
  { session }: BridgesRequest,
  purpose: PasskeyPurpose,
  given: unknown,
  field = 'passkey',
): Answer {
  const response = toResponse(given);
  if (!response) throw invalidField(field, 'Press the button to use your passkey');
  const challenge = challengeIn(response.response.clientDataJSON);
  const open = session.passkeyQuestions ?? [];
  const question = open.find((one) => one.challenge === challenge && one.purpose === purpose);
  session.passkeyQuestions = open.filter((one) => one !== question);
  if (!question || !isInTime(question)) throw invalidField(field, TOO_LATE);
  return { response, challenge: question.challenge } as unknown as Answer;
}

const isInTime = ({ askedAt }: OpenQuestion): boolean => Date.now() - askedAt < CHALLENGE_MINUTES * 60_000;

interface AnyResponse {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string };
}

function toResponse(given: unknown): AnyResponse | null {
  if (typeof given !== 'string' || given.length > LONGEST) return null;
  const read = parsed(given) as Partial<AnyResponse> | null;
  const isWhole = typeof read?.id === 'string' && typeof read.response?.clientDataJSON === 'string';
  return isWhole ? (read as AnyResponse) : null;
}

const challengeIn = (clientData: string): unknown =>
  (parsed(Buffer.from(clientData, 'base64url').toString()) as { challenge?: unknown } | null)?.challenge;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
