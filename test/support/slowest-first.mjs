import Sequencer from '@jest/test-sequencer';

/** Slowest files first, so that no worker is left alone with one at the end. */
const LONG = [
  'rls/injected-route',
  'mutations',
  'journeys/main-job',
  'journeys/family',
  'journeys/joining',
  'non-interference',
  'rls/focus',
  'table-permissions.spec',
  'bad-input',
  'every-form',
  'safe-address',
  'never-widens',
  'notifications/crashes',
  'model.spec',
  'journeys/drafts',
  'rls/triggers',
  'rls/cases',
  'model-sensitivity',
  'admission',
  'other-cluster',
  'architecture/views',
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
