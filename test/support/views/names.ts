import { either, type Shape, type Shapes, TEXT, UNCHECKED } from './shapes.js';
import type { Node, Templates } from './templates.js';

type Scope = Map<string, Shape>;
type Blocks = Map<string, { readonly template: string; readonly body: Node; readonly above: Node | null }[]>;
interface Macro {
  readonly template: string;
  readonly node: Node;
  readonly scope: Scopes;
}

/** The names of one place in a template, the nearest scope first. */
class Scopes {
  constructor(
    readonly names: Scope,
    readonly macros: Map<string, Macro | null>,
    readonly outer: Scopes | null = null,
  ) {}

  find(name: string): Shape | null {
    return this.names.get(name) ?? this.outer?.find(name) ?? null;
  }
  /** Null for a macro of a package; undefined where there is none of that name. */
  macro(name: string): Macro | null | undefined {
    return this.macros.has(name) ? this.macros.get(name) : this.outer?.macro(name);
  }
  inner(names: Scope = new Map()): Scopes {
    return new Scopes(names, new Map(), this);
  }
}

/** The names that Nunjucks has of its own. */
const GIVEN: Scope = new Map(
  ['loop', 'range', 'cycler', 'joiner', 'super', 'caller'].map((name) => [name, UNCHECKED]),
);

/**
 * Reads templates as Nunjucks would run them, on the types of what pages hand them, and keeps for each place that looks up
 * a name whether the name was known there. A template or macro is used in several ways: a name must be known in one.
 */
export class Names {
  private readonly seen = new Map<string, { readonly known: boolean }>();

  constructor(
    private readonly templates: Templates,
    private readonly shapes: Shapes,
  ) {}

  /** How many places that look up a name were reached. */
  get count(): number {
    return this.seen.size;
  }

  /** Places whose name nothing knows: "team/team.njk:12:8 titel". */
  unknown(): string[] {
    return [...this.seen].filter(([, { known }]) => !known).map(([place]) => place);
  }

  /** Own templates that nothing reached. */
  unread(): string[] {
    const read = new Set([...this.reached]);
    return this.templates.names.filter((name) => !read.has(name));
  }
  private readonly reached = new Set<string>();

  render(view: string, data: Scope): void {
    this.template(view, new Scopes(new Map([...GIVEN, ...data]), new Map()), new Map());
  }

  private template(name: string, scope: Scopes, blocks: Blocks): void {
    const tree = this.templates.tree(name);
    if (!tree) return this.packaged(scope, blocks);
    this.reached.add(name);
    const statements = children(tree);
    const parent = statements.find(({ typename }) => typename === 'Extends');
    if (!parent) return this.all(statements, { template: name, scope, blocks });
    // What stands in a child outside its blocks gives names and nothing else.
    for (const statement of statements) {
      if (statement.typename === 'Block') this.block(statement, name, blocks);
      else if (statement !== parent) this.statement(statement, { template: name, scope, blocks });
    }
    for (const target of this.named(parent['template'] as Node, { template: name, scope, blocks }))
      this.template(target, scope, blocks);
  }

  /** A layout of a package: only the blocks that stand in it are ours. */
  private packaged(scope: Scopes, blocks: Blocks): void {
    for (const name of [...blocks.keys()]) this.runBlock(name, scope, blocks);
  }

  private block(node: Node, template: string, blocks: Blocks): void {
    const name = String((node['name'] as Node).value);
    const body = node['body'] as Node;
    blocks.set(name, [...(blocks.get(name) ?? []), { template, body, above: null }]);
    // Blocks within blocks can be filled from below as well.
    for (const inner of within(body)) if (inner.typename === 'Block') this.block(inner, template, blocks);
  }

  private runBlock(name: string, scope: Scopes, blocks: Blocks): void {
    // The lowest wins; those above it are reached by super().
    const fillings = blocks.get(name) ?? [];
    const used = callsSuper(fillings[0]?.body) ? fillings : fillings.slice(0, 1);
    for (const { template, body } of used)
      this.all(children(body), { template, scope: scope.inner(), blocks });
  }

  private all(nodes: readonly Node[], at: At): void {
    for (const node of nodes) this.statement(node, at);
  }

  private statement(node: Node, at: At): void {
    switch (node.typename) {
      case 'TemplateData':
      case 'Extends':
        return;
      case 'NodeList':
      case 'Output':
        return this.all(children(node), at);
      case 'If':
        this.value(node['cond'] as Node, at);
        this.body(node['body'], at);
        return this.body(node['else_'], at);
      case 'For':
        return this.loop(node, at);
      case 'Set':
        return this.set(node, at);
      case 'Block': {
        const name = String((node['name'] as Node).value);
        if (!at.blocks.has(name)) this.block(node, at.template, at.blocks);
        else if (at.blocks.get(name)!.every(({ template }) => template !== at.template))
          this.block(node, at.template, at.blocks);
        return this.runBlock(name, at.scope, at.blocks);
      }
      case 'Include':
        for (const name of this.named(node['template'] as Node, at))
          if (this.templates.tree(name)) this.template(name, at.scope.inner(), new Map());
        return;
      case 'FromImport':
        for (const one of children(node['names'] as Node)) {
          const [from, as] = one.typename === 'Pair' ? [one['key'] as Node, one.value as Node] : [one, one];
          at.scope.macros.set(nameOf(as), this.macrosOf(node, at)?.get(nameOf(from)) ?? null);
        }
        return;
      case 'Import':
        for (const [name, macro] of this.macrosOf(node, at) ?? [])
          at.scope.macros.set(`${nameOf(node['target'] as Node)}.${name}`, macro);
        return;
      case 'Macro':
        at.scope.macros.set(String((node['name'] as Node).value), {
          template: at.template,
          node,
          scope: at.scope,
        });
        return;
      default:
        this.value(node, at);
    }
  }

  private body(node: unknown, at: At): void {
    if (node) this.all(children(node as Node), at);
  }

  private loop(node: Node, at: At): void {
    const over = this.value(node['arr'] as Node, at);
    const name = node['name'] as Node;
    const names = name.typename === 'Symbol' ? [name] : children(name);
    const each =
      names.length === 1 ? [this.shapes.element(over) ?? UNCHECKED] : [TEXT, this.shapes.anyProperty(over)];
    const scope = at.scope.inner(
      new Map(names.map((one, index) => [String(one.value), each[index] ?? UNCHECKED])),
    );
    this.body(node['body'], { ...at, scope });
    this.body(node['else_'], at);
  }

  private set(node: Node, at: At): void {
    if (node['body']) this.all(children((node['body'] as Node)['body'] as Node), at);
    const value = node['value'] ? this.value(node['value'] as Node, at) : UNCHECKED;
    for (const target of node['targets'] as Node[]) {
      const name = String(target.value);
      const before = at.scope.names.get(name);
      at.scope.names.set(name, before ? either([before, value])! : value);
    }
  }

  /** The macros of an imported template; null for one of a package. */
  private macrosOf(node: Node, at: At): ReadonlyMap<string, Macro | null> | null {
    const [name] = this.named(node['template'] as Node, at);
    const tree = this.templates.tree(name!);
    if (!tree) return null;
    this.reached.add(name!);
    const module = new Scopes(new Map(GIVEN), new Map());
    this.all(children(tree), { template: name!, scope: module, blocks: new Map() });
    return module.macros;
  }

  /** The templates that an include, import or extends may mean; a name with a value in it means every file that fits. */
  private named(node: Node, at: At): string[] {
    return this.patterns(node, at).flatMap((pattern) => {
      const name = pattern.replace(/^\.\//, `${at.template.replace(/\/[^/]*$/, '')}/`);
      if (!name.includes('*')) return [name];
      const [start, end] = name.split('*') as [string, string];
      return this.templates.names.filter((one) => one.startsWith(start) && one.endsWith(end));
    });
  }

  private patterns(node: Node, at: At): string[] {
    if (node.typename === 'Literal') return [String(node.value)];
    if (node.typename === 'Add') {
      const ends = this.patterns(node['right'] as Node, at);
      return this.patterns(node['left'] as Node, at).flatMap((start) => ends.map((end) => start + end));
    }
    if (node.typename === 'InlineIf') {
      this.value(node['cond'] as Node, at);
      return [node['body'] as Node, node['else_'] as Node].flatMap((one) => this.patterns(one, at));
    }
    this.value(node, at);
    return ['*'];
  }

  private value(node: Node | undefined, at: At): Shape {
    if (!node) return UNCHECKED;
    switch (node.typename) {
      case 'Literal':
        return typeof node.value === 'string' ? { kind: 'text', text: node.value } : TEXT;
      case 'Symbol':
        return this.note(node, String(node.value), at, at.scope.find(String(node.value)));
      case 'LookupVal':
        return this.lookUp(node, at);
      case 'Dict':
      case 'KeywordArgs':
        return {
          kind: 'object',
          properties: new Map(
            children(node).map((pair) => [
              String((pair['key'] as Node).value),
              this.value(pair.value as Node, at),
            ]),
          ),
        };
      case 'Array':
        return { kind: 'list', items: children(node).map((item) => this.value(item, at)) };
      case 'Group':
        return (
          children(node)
            .map((one) => this.value(one, at))
            .at(-1) ?? UNCHECKED
        );
      case 'InlineIf':
        this.value(node['cond'] as Node, at);
        return (
          either([
            this.value(node['body'] as Node, at),
            ...(node['else_'] ? [this.value(node['else_'] as Node, at)] : []),
          ]) ?? UNCHECKED
        );
      case 'Or':
      case 'And':
        return either([this.value(node['left'] as Node, at), this.value(node['right'] as Node, at)])!;
      case 'Filter':
        for (const argument of children(node['args'] as Node)) this.value(argument, at);
        return FILTERED[String((node['name'] as Node).value)] ?? TEXT;
      case 'FunCall':
        return this.call(node, at);
      case 'Is':
        this.value(node['left'] as Node, at);
        return TEXT;
      case 'Compare':
        this.value(node['expr'] as Node, at);
        for (const operand of node['ops'] as Node[]) this.value(operand['expr'] as Node, at);
        return TEXT;
      default:
        for (const side of ['left', 'right', 'target']) if (node[side]) this.value(node[side] as Node, at);
        return TEXT;
    }
  }

  private lookUp(node: Node, at: At): Shape {
    const target = this.value(node['target'] as Node, at);
    const name = node['val'] as Node;
    if (name.typename === 'Literal')
      return this.note(name, String(name.value), at, this.shapes.property(target, String(name.value)));
    const texts = this.shapes.texts(this.value(name, at));
    const properties = texts?.flatMap((text) => this.shapes.property(target, text) ?? []);
    return properties?.length ? either(properties)! : this.shapes.anyProperty(target);
  }

  private call(node: Node, at: At): Shape {
    const callee = node['name'] as Node;
    const given = children(node['args'] as Node).map((argument) => this.value(argument, at));
    const macro = at.scope.macro(nameOf(callee));
    if (macro === undefined) return this.shapes.called(this.value(callee, at));
    if (!macro) return UNCHECKED;
    const names = children(macro.node['args'] as Node).map((one) => String(one.value));
    // An argument that a call leaves out is nothing; what it would have held is looked up in the calls that give it.
    const scope = macro.scope.inner(new Map(names.map((name, index) => [name, given[index] ?? NOTHING])));
    this.body(macro.node['body'], { template: macro.template, scope, blocks: new Map() });
    return UNCHECKED;
  }

  private note(node: Node, name: string, { template }: At, shape: Shape | null): Shape {
    const place = `${template}:${node.lineno + 1}:${node.colno + 1} ${name}`;
    if (shape || !this.seen.has(place)) this.seen.set(place, { known: shape !== null });
    return shape ?? NOTHING;
  }
}

/** A value that is not there: no name is known on it, and that is said where the value itself is looked up. */
const NOTHING: Shape = { kind: 'object', properties: new Map() };

/** What filters give that is looked into. */
const FILTERED: Readonly<Record<string, Shape>> = {
  errorFor: { kind: 'object', properties: new Map([['text', TEXT]]) },
};

interface At {
  readonly template: string;
  readonly scope: Scopes;
  readonly blocks: Blocks;
}

const children = (node: Node): Node[] => (node['children'] as Node[] | undefined) ?? [node];

/** A name, or that of a macro in an imported template: `passage.raised`. */
const nameOf = (node: Node): string =>
  node.typename === 'LookupVal'
    ? `${nameOf(node['target'] as Node)}.${String((node['val'] as Node).value)}`
    : String(node.value);

function* within(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* within(one);
  else if (typeof value === 'object' && value !== null && 'typename' in value) {
    yield value as Node;
    for (const field of Object.values(value)) yield* within(field);
  }
}

function callsSuper(body: Node | undefined): boolean {
  return [...within(body)].some(
    (node) => node.typename === 'FunCall' && (node['name'] as Node).value === 'super',
  );
}
