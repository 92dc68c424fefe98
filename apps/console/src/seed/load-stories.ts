import type { Act, Story } from './story/act.js';
import type { Handle } from './story/handles.js';
import { Calendar, timetable } from './story/calendar.js';
import { Book } from './story/book.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
}
/**
 * The system that a story runs against: its clock, and its JSON API as a signed-in persona. Paths are relative to
 * /api/v1.
 */
export interface Api {
  at(instant: Date): Promise<void>;
  call(persona: string, method: string, path: string, body?: unknown, ifMatch?: string): Promise<Answer>;
}

/** Runs all acts of the stories in the order of their days. An unexpected answer throws. */
export async function loadStories(stories: readonly Story[], api: Api, now = new Date()): Promise<void> {
  const calendar = new Calendar(now);
  const book = new Book(calendar);
  const acts = stories.flatMap((story) => story.acts.map((act) => ({ act, title: story.title })));
  for (const { act, title, instant } of timetable(acts, calendar)) {
    await api.at(instant);
    await perform(act, title, book, api);
  }
}

async function perform(act: Act, title: string, book: Book, api: Api): Promise<void> {
  const about = `${title}: ${act.by} ${act.what} (day ${act.on})`;
  const path = book.address(act.path);
  const ifMatch = act.precondition && (await version(act, act.precondition, book, api, about));
  const answer = await api.call(act.by, act.method, path, book.fill(act.body), ifMatch);
  if (!act.expects.includes(answer.status)) throw unexpected(about, act.method, path, answer);
  if (act.keeps) book.keep(act.keeps, idOf(answer.body, about));
  for (const { name, as } of act.keepsCarers ?? []) book.keep(as, carerId(answer.body, name, about));
}

async function version(
  act: Act,
  from: NonNullable<Act['precondition']>,
  book: Book,
  api: Api,
  about: string,
): Promise<string> {
  const path = book.address(from.path);
  const answer = await api.call(act.by, 'GET', path);
  // Before the first save there is no record: the first change names version 0.
  if (answer.status === 404 && !from.of) return '"v0"';
  if (answer.status !== 200) throw unexpected(about, 'GET', path, answer);
  if (!from.of) return answer.etag ?? '"v0"';
  return versionOfRow(answer.body, book.id(from.of), from.of, about);
}

function versionOfRow(body: unknown, id: string, handle: Handle, about: string): string {
  const row = findRow(body, (each) => each['id'] === id);
  if (typeof row?.['version'] !== 'number')
    throw new Error(`${about}: no version of ${handle.key} in the answer`);
  return `"v${row['version']}"`;
}

type Row = Record<string, unknown>;

function findRow(value: unknown, wanted: (row: Row) => boolean): Row | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value) && wanted(value as Row)) return value as Row;
  for (const part of Object.values(value)) {
    const row = findRow(part, wanted);
    if (row) return row;
  }
  return undefined;
}

function idOf(body: unknown, about: string): string {
  const id = (body as Row | null)?.['id'];
  if (typeof id !== 'string') throw new Error(`${about}: the answer has no id`);
  return id;
}

function carerId(body: unknown, name: string, about: string): string {
  const row = findRow((body as Row | null)?.['carers'], (each) => each['name'] === name);
  const id = row?.['carerId'] ?? row?.['id'];
  if (typeof id !== 'string') throw new Error(`${about}: the answer has no carer called ${name}`);
  return id;
}

function unexpected(about: string, method: string, path: string, answer: Answer): Error {
  return new Error(`${about}: ${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
}
