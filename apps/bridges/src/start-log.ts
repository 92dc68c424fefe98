import { ConsoleLogger } from '@nestjs/common';

/** What the framework says of each module and route while it starts. */
const OF_THE_FRAMEWORK = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Says what the program does, and not the five hundred routes that it has. Warnings and errors are all said. */
export class StartLog extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!OF_THE_FRAMEWORK.has(String(rest.at(-1)))) super.log(message, ...(rest as [string?]));
  }
}
