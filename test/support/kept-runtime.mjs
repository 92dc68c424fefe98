import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';

class KeptRuntime extends Runtime {
  teardown() {
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    const tests = pathToFileURL(`${this._config.rootDir}/test/`).href;
    for (const name of esModuleRegistry.keys())
      if (name.startsWith(tests) || name.endsWith('.spec.ts')) esModuleRegistry.delete(name);
    internalModuleRegistry.clear();
    this.jestGlobals.clearJestObjectCache();
    this.testState.state = 'loading';
  }
}
let kept;

/**
 * Jest loads every module anew for each file of tests: three seconds for the whole program. A worker here keeps the
 * program's modules. The tests and their helpers, and Jest's own part, are loaded anew, as each file expects them.
 */
export default function keep(...given) {
  return (kept ??= new KeptRuntime(...given));
}
