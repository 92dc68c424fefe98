/** A control of a form as a browser without JavaScript would know it. */
interface Control {
  readonly name: string;
  readonly kind: 'hidden' | 'text' | 'radio' | 'checkbox' | 'select' | 'textarea' | 'button';
  readonly value: string;
  readonly chosen: boolean;
  readonly options: readonly string[];
}
export interface HtmlForm {
  readonly action: string;
  readonly controls: readonly Control[];
}
export type Fields = Record<string, string[]>;

/** The forms of a page that are posted, with the values that a browser would send. */
export function formsIn(html: string, path: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)]
    .filter(([, attributes]) => attribute(attributes!, 'method') === 'post')
    .map(([, attributes, inside]) => ({
      action: attribute(attributes!, 'action') ?? path,
      controls: controlsIn(inside!),
    }));
}

/** What the browser sends for the form as it is shown. */
export function shownValues({ controls }: HtmlForm): Fields {
  return collect(controls.filter(({ kind, chosen }) => kind !== 'button' && chosen));
}

/** The same without the field that says where its draft is. */
export function typedValues(form: HtmlForm): Fields {
  const { _draft, ...typed } = shownValues(form);
  return typed;
}

/** The form filled in: text that tells its field, dates, the last of each choice, every checkbox. */
export function filledValues({ controls }: HtmlForm): Fields {
  const lastRadio = new Map(controls.filter(({ kind }) => kind === 'radio').map((one) => [one.name, one]));
  return collect(
    controls.flatMap((control): Control[] => {
      const { kind, name } = control;
      if (kind === 'hidden' || kind === 'checkbox') return [control];
      if (kind === 'radio') return lastRadio.get(name) === control ? [control] : [];
      if (kind === 'select') return [{ ...control, value: control.options.at(-1) ?? '' }];
      return kind === 'button' ? [] : [{ ...control, value: typedInto(name, kind) }];
    }),
  );
}

/** Whether a person types or chooses anything in it. */
export const isTypedInto = ({ controls }: HtmlForm): boolean =>
  controls.some(({ kind }) => kind !== 'hidden' && kind !== 'button');

function typedInto(name: string, kind: string): string {
  if (name.endsWith('-day')) return '12';
  if (name.endsWith('-month')) return '3';
  if (name.endsWith('-year')) return '2027';
  return kind === 'textarea' ? `Kept “${name}”\r\n& <b>a second line</b>` : `Kept ${name} & "quoted"`;
}

function collect(controls: readonly Control[]): Fields {
  const fields: Fields = {};
  for (const { name, value } of controls) (fields[name] ??= []).push(value);
  delete fields['_csrf'];
  return fields;
}

function controlsIn(html: string): Control[] {
  const found: Control[] = [];
  const pattern =
    /<input\b([^>]*)>|<textarea\b([^>]*)>([^]*?)<\/textarea>|<select\b([^>]*)>([^]*?)<\/select>|<button\b([^>]*)>/g;
  for (const [, input, textarea, text, select, options, button] of html.matchAll(pattern)) {
    const attributes = input ?? textarea ?? select ?? button!;
    const name = attribute(attributes, 'name');
    if (!name || /\bdisabled\b/.test(attributes)) continue;
    const value = attribute(attributes, 'value') ?? '';
    if (input !== undefined) {
      const type = attribute(input, 'type') ?? 'text';
      // A browser never fills in a file again.
      if (type === 'file') continue;
      const isChoice = type === 'radio' || type === 'checkbox';
      found.push({
        ...{ name, value: isChoice && value === '' && !/\bvalue=/.test(input) ? 'on' : value, options: [] },
        kind: type === 'hidden' || isChoice ? (type as Control['kind']) : 'text',
        chosen: !isChoice || /\bchecked\b/.test(input),
      });
    } else if (textarea !== undefined) {
      found.push({ name, value: fromHtml(text!), kind: 'textarea', chosen: true, options: [] });
    } else if (select !== undefined) {
      const all = [...options!.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, own, label]) => ({
        value: attribute(own!, 'value') ?? fromHtml(label!).trim(),
        isSelected: /\bselected\b/.test(own!),
      }));
      const chosen = all.find(({ isSelected }) => isSelected) ?? all[0];
      const offered = all.map((one) => one.value);
      found.push({ name, value: chosen?.value ?? '', kind: 'select', chosen: true, options: offered });
    } else found.push({ name, value, kind: 'button', chosen: false, options: [] });
  }
  return found;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes);
  return found ? fromHtml(found[1]!) : undefined;
}

/** A browser drops the first line break of a textarea, and sends each as CRLF. */
const fromHtml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#96;/g, '`')
    .replace(/&amp;/g, '&')
    .replace(/\r?\n/g, '\r\n');
