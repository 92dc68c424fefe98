import { TestEnvironment } from 'jest-environment-node';

class KeptEnvironment extends TestEnvironment {
  async teardown() {}
}
let kept;

/** The globals of a worker's tests: one environment for all its files, because cached modules were loaded in it. */
export default function keep(...given) {
  return (kept ??= new KeptEnvironment(...given));
}
