import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';

/** Where jest-circus keeps the handlers of its events. Without an end, those of each file would handle all later tests. */
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
/** Helpers without state of a test, too costly to reload for each file. */
const KEPT_HELPERS = ['described-answers', 'kept-templates'];

class KeptRuntime extends Runtime {
  teardown() {
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    const tests = pathToFileURL(`${this._config.rootDir}/test/`).href;
    const isKept = (name) => KEPT_HELPERS.some((helper) => name === `${tests}support/${helper}.ts`);
    for (const name of esModuleRegistry.keys())
      if ((name.startsWith(tests) && !isKept(name)) || name.endsWith('.spec.ts'))
        esModuleRegistry.delete(name);
    internalModuleRegistry.clear();
    this._environment.global[EVENT_HANDLERS] = undefined;
    this.jestGlobals.clearJestObjectCache();
    this.testState.state = 'loading';
  }
}
let kept;

/**
 * Jest reloads every module for each test file, which takes three seconds for the whole program. This worker caches the
 * program's modules. Tests, nearly all their helpers and Jest's own modules are still reloaded for each file.
 */
export default function keep(...given) {
  return (kept ??= new KeptRuntime(...given));
}
