// While Bridges cannot be reached, what is typed is kept on this device, encrypted with a key that the browser gives to no
// script. Key and text are destroyed when the person signs out, and when another person signs in.
const NAME = 'bridges-unsent';
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Whose form it is: the part of its token that is the same in every session of the account. */
const accountOf = (token) => token.split('.')[1] ?? '';
const canKeep = () => globalThis.isSecureContext && 'indexedDB' in globalThis && 'subtle' in crypto;

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () =>
    ['keys', 'texts'].forEach((store) => request.result.createObjectStore(store));
  return settled(request);
}

async function inStore(name, mode, work) {
  const database = await open();
  try {
    return await settled(work(database.transaction(name, mode).objectStore(name)));
  } finally {
    database.close();
  }
}

export const destroyKept = () => settled(indexedDB.deleteDatabase(NAME)).catch(() => undefined);

/** The key of this account; with none or that of another, everything here is destroyed and a new key is made. */
async function keyFor(account) {
  const known = await inStore('keys', 'readonly', (keys) => keys.get('key'));
  if (known?.account === account) return known.key;
  await destroyKept();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await inStore('keys', 'readwrite', (keys) => keys.put({ account, key }, 'key'));
  return key;
}

/** Keeps the fields of a form, with its token; one text for each draft. Whether it is kept. */
export async function keepOnDevice(draft, token, fields) {
  if (!canKeep()) return false;
  try {
    const key = await keyFor(accountOf(token));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const content = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      key,
      new TextEncoder().encode(fields),
    );
    await inStore('texts', 'readwrite', (texts) => texts.put({ iv, content, at: Date.now() }, draft));
    return true;
  } catch {
    return false;
  }
}

export const forgetKept = (draft) =>
  canKeep()
    ? inStore('texts', 'readwrite', (texts) => texts.delete(draft)).catch(() => undefined)
    : undefined;

/** Saves as drafts what was left on this device. What the person may no longer write is destroyed. */
async function sendKept(token) {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === NAME)) return;
  const key = await keyFor(accountOf(token));
  const drafts = await inStore('texts', 'readonly', (texts) => texts.getAllKeys());
  let sent = 0;
  for (const draft of drafts) {
    const { iv, content, at } = await inStore('texts', 'readonly', (texts) => texts.get(draft));
    const isOver = Date.now() - at > KEPT_MS;
    const answer =
      isOver || (await send(token, await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, content)));
    if (answer === 'later') continue;
    if (answer === 'saved') sent += 1;
    await forgetKept(draft);
  }
  if (sent > 0) tell(sent);
}

async function send(token, fields) {
  const body = new URLSearchParams(new TextDecoder().decode(fields));
  body.set('_csrf', token);
  try {
    const headers = { Accept: 'application/json' };
    const answer = await fetch('/drafts', { method: 'POST', body, redirect: 'error', headers });
    if (answer.ok) return (await answer.json()).draft ? 'saved' : 'later';
    return answer.status === 404 ? 'refused' : 'later';
  } catch {
    return 'later';
  }
}

function tell(count) {
  if (location.pathname === '/') return location.reload();
  const notice = document.createElement('p');
  notice.className = 'govuk-inset-text';
  notice.setAttribute('role', 'status');
  const link = document.createElement('a');
  [link.href, link.className, link.textContent] = ['/', 'govuk-link', 'Unfinished forms'];
  notice.append(
    count === 1
      ? 'A form that you filled in without a connection is saved'
      : `${count} forms that you filled in without a connection are saved`,
    ' under ',
    link,
    '.',
  );
  document.querySelector('main')?.prepend(notice);
}

const signOut = document.querySelector('form[action="/sign-out"]');
if (signOut && canKeep()) {
  signOut.addEventListener('submit', () => void destroyKept());
  sendKept(signOut.elements.namedItem('_csrf').value).catch(() => undefined);
}
