import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { root } from '../../architecture/imports.js';

/** A node of a template as Nunjucks parses it; which fields it has depends on `typename`. */
export interface Node {
  readonly typename: string;
  readonly lineno: number;
  readonly colno: number;
  readonly value?: unknown;
  readonly [field: string]: unknown;
}

const { parser } = nunjucks as unknown as { parser: { parse(source: string): Node } };
const FOLDERS = ['apps/bridges/src/pages', 'libs/page-kit'];

/** The project's own templates by the name that others use for them; GOV.UK's and MOJ's are not among them. */
export class Templates {
  readonly names: readonly string[];
  private readonly sources: ReadonlyMap<string, string>;
  private readonly parsed = new Map<string, Node>();

  /** `changed` stands in for the files of these names, for a test that wants to see a mistake found. */
  constructor(changed: Readonly<Record<string, string>> = {}) {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.njk'))
        .map((name): [string, string] => [name, readFileSync(join(root, folder, name), 'utf8')]),
    );
    this.sources = new Map([...files, ...Object.entries(changed)]);
    this.names = [...this.sources.keys()];
  }

  source(name: string): string {
    return this.sources.get(name)!;
  }

  /** Undefined for a template of a package. */
  tree(name: string): Node | undefined {
    const source = this.sources.get(name);
    if (source !== undefined && !this.parsed.has(name)) this.parsed.set(name, parser.parse(source));
    return this.parsed.get(name);
  }
}
