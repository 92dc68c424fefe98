import type { Request } from 'express';

const CLOSED_AROUND_A_FORM =
  /<details\b(?![^>]*\bopen\b)(?=[^>]*>(?:(?!<\/details>)[^])*?<form\b[^>]*\bmethod="post")/g;

/**
 * The page of a form that is shown again. What was typed is in sight. The form keeps the version that it was opened
 * with, so that a change made by someone else in the meantime is noticed when it is saved; unless the page tells of that
 * change already.
 */
export function withSentForm(
  html: string,
  { path, body }: Pick<Request, 'path' | 'body'>,
  hasErrors = false,
): string {
  const opened = html.replace(CLOSED_AROUND_A_FORM, '<details open');
  if (hasErrors) return opened;
  const version = (body as { version?: unknown } | undefined)?.version;
  if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) return opened;
  return opened.replace(/<form\b[^>]*>[^]*?<\/form>/g, (form) =>
    /^<form\b[^>]*\baction="([^"?#]*)/.exec(form)?.[1] === path
      ? form.replace(/(name="version" value=")[^"]*/, `$1${version}`)
      : form,
  );
}
