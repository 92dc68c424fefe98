import Sequencer from '@jest/test-sequencer';

/** Slowest files first, so that no worker is left alone with one at the end. */
const LONG = [
  'main-job',
  'injected-route',
  'rls/focus',
  'non-interference',
  'bad-input',
  'table-permissions.spec',
  'model.spec',
  'model-sensitivity',
  'safe-address',
  'mutations',
  'architecture/views',
  'rls/cases',
  'access-matrix',
  'architecture/api-description',
  'rls/pooled',
  'jobs/api',
];
const placeOf = ({ path }) => {
  const place = LONG.findIndex((name) => path.includes(name));
  return place === -1 ? LONG.length : place;
};

export default class LongFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.sort((one, other) => placeOf(one) - placeOf(other));
  }
}
