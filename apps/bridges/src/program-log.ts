import { ConsoleLogger } from '@nestjs/common';

/** Nest's messages about each module and route at start. */
const OF_THE_FRAMEWORK = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

type Fields = Record<string, unknown>;

/**
 * The program's log, without Nest's messages about five hundred routes; all warnings and errors are logged. A
 * demonstration writes lines for a person. A server writes one JSON object per line, and logs only an error's type and
 * stack frames, because its message may quote what a person typed.
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

  /** The stack is logged for a person; the driver's query and values are never logged. */
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

/** The stack frames of an error, without the message that the stack starts with. */
export const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
