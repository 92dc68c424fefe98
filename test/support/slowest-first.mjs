import Sequencer from '@jest/test-sequencer';

/** Slowest files first, so that no worker is left alone with one at the end. */
const LONG = [
  'non-interference',
  'model.spec',
  'mutations',
  'safe-address',
  'model-sensitivity',
  'injected-route',
  'access-matrix',
  'main-job',
  'table-permissions.spec',
  'bad-input',
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
