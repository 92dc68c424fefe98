import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../architecture/imports.js';

/** What one place in the program hands a template. */
export interface Handed {
  readonly place: string;
  /** The views that it may mean; none when the type of the name is any text. */
  readonly views: readonly string[];
  readonly data: ts.Type | null;
}

const MAKERS: Readonly<Record<string, readonly [view: number, data: number]>> = {
  page: [0, 1],
  pageWithErrors: [0, 1],
  Page: [0, 1],
  'this.renderer.render': [1, 2],
};
const QUESTION_RESPONSE = ['apps/bridges/src/http/page.ts', 'apps/bridges/src/http/page.interceptor.ts'];

/** The program as the compiler reads it, with every place that makes a page. */
export class Program {
  readonly checker: ts.TypeChecker;
  private readonly files: readonly ts.SourceFile[];

  constructor() {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const program = ts.createProgram([join(root, 'apps/bridges/src/app.module.ts')], {
      ...options,
      noEmit: true,
    });
    this.checker = program.getTypeChecker();
    this.files = program
      .getSourceFiles()
      .filter(
        ({ fileName }) =>
          fileName.includes('/apps/bridges/src/') && !QUESTION_RESPONSE.some((own) => fileName.endsWith(own)),
      );
  }

  handed(): Handed[] {
    return this.files.flatMap((file) => this.calls(file));
  }

  /** What every page carries besides. */
  everyPage(): ts.Type {
    const file = this.files.find(({ fileName }) => fileName.endsWith('/http/page-renderer.ts'))!;
    for (const node of nodesOf(file))
      if (ts.isMethodDeclaration(node) && node.name.getText() === 'everyPage')
        return this.checker.getReturnTypeOfSignature(this.checker.getSignatureFromDeclaration(node)!);
    throw new Error('everyPage is not in page-renderer.ts');
  }

  private calls(file: ts.SourceFile): Handed[] {
    return [...nodesOf(file)].flatMap((node) => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
      const positions = MAKERS[node.expression.getText()];
      if (!positions) return [];
      const [view, data] = positions.map((position) => node.arguments?.[position]);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      return [
        {
          place: `${file.fileName.slice(root.length + 1)}:${line + 1}`,
          views: this.texts(view!),
          data: data ? this.checker.getTypeAtLocation(data) : null,
        },
      ];
    });
  }

  private texts(expression: ts.Node): string[] {
    const type = this.checker.getTypeAtLocation(expression);
    return (type.isUnion() ? type.types : [type]).flatMap((one) =>
      one.isStringLiteral() ? [one.value] : [],
    );
  }
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const inside: ts.Node[] = [];
  node.forEachChild((child) => void inside.push(child));
  for (const child of inside) yield* nodesOf(child);
}
