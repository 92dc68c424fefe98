import { ConsoleLogger } from '@nestjs/common';

/** What the framework says of each module and route while it starts. */
const OF_THE_FRAMEWORK = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

type Fields = Record<string, unknown>;

/**
 * Says what the program does, and not the five hundred routes that it has; warnings and errors are all said. In a
 * demonstration in lines for a person. On a server one JSON object a line, where an error is its kind and the places in
 * the code that it passed: its message may quote what a person typed.
 */
export class ProgramLog extends ConsoleLogger {
  constructor({ demo }: { readonly demo: boolean }) {
    super({ json: !demo, flattenParams: true });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!OF_THE_FRAMEWORK.has(String(rest.at(-1)))) super.log(message, ...rest);
  }

  protected override getJsonLogObject(...[message, options]: Parameters<ConsoleLogger['getJsonLogObject']>) {
    const { error, errorStack, params } = options;
    return super.getJsonLogObject(error && message === error.message ? error.name : message, {
      ...options,
      ...(typeof errorStack === 'string' ? { errorStack: framesOf(errorStack) } : {}),
      ...(params ? { params: this.withPlainErrors(params) } : {}),
    });
  }

  protected override serializeError(error: Error): Fields {
    const { code, table, constraint } = ((error as { driverError?: Fields }).driverError ?? error) as Fields;
    return { name: error.name, code, table, constraint, at: framesOf(error.stack ?? '') };
  }

  /** A person reads a stack; the query and the values that a driver adds to it are for nobody. */
  protected override stringifyParams(params: Fields): string {
    const errors = Object.values(params).filter((value) => value instanceof Error);
    const others = Object.entries(params).filter(([, value]) => !(value instanceof Error));
    return [super.stringifyParams(Object.fromEntries(others)), ...errors.map(({ stack }) => stack)].join(
      '\n',
    );
  }

  private withPlainErrors(params: Fields): Fields {
    return Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        value instanceof Error ? this.serializeError(value) : value,
      ]),
    );
  }
}

/** Where an error came by, without the message that a stack begins with. */
export const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
