import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';

/** Where jest-circus keeps the handlers of its events. Without an end, those of each file would handle all later tests. */
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

class KeptRuntime extends Runtime {
  teardown() {
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    const tests = pathToFileURL(`${this._config.rootDir}/test/`).href;
    for (const name of esModuleRegistry.keys())
      if (name.startsWith(tests) || name.endsWith('.spec.ts')) esModuleRegistry.delete(name);
    internalModuleRegistry.clear();
    this._environment.global[EVENT_HANDLERS] = undefined;
    this.jestGlobals.clearJestObjectCache();
    this.testState.state = 'loading';
  }
}
let kept;

/**
 * Jest reloads every module for each test file, which takes three seconds for the whole program. This worker caches the
 * program's modules. Tests, their helpers and Jest's own modules are still reloaded for each file.
 */
export default function keep(...given) {
  return (kept ??= new KeptRuntime(...given));
}
