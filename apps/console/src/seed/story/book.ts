import type { Calendar } from './calendar.js';
import { Birthday, Day, Handle, Moment, type Path } from './handles.js';

/** The ids behind the handles, so far. Resolves handles and days. */
export class Book {
  private readonly ids = new Map<string, string>();

  constructor(private readonly calendar: Calendar) {}

  keep(handle: Handle, id: string): void {
    if (this.ids.has(handle.key)) throw new Error(`There already is a ${handle.key}`);
    this.ids.set(handle.key, id);
  }

  id(handle: Handle): string {
    const id = this.ids.get(handle.key);
    if (!id) throw new Error(`There is no ${handle.key} yet`);
    return id;
  }

  address(path: Path): string {
    return path.map((part) => (typeof part === 'string' ? part : this.id(part))).join('');
  }

  fill(value: unknown): unknown {
    if (value instanceof Handle) return this.id(value);
    if (value instanceof Day || value instanceof Moment || value instanceof Birthday)
      return this.calendar.write(value);
    if (Array.isArray(value)) return value.map((part) => this.fill(part));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.fill(part)]));
  }
}
