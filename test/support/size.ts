/** Full size with `npm run test:full`; `npm test` takes a share small enough to run on every change. */
const isFull = process.env['TEST_SIZE'] === 'full';

export const bySize = <T>(usual: T, full: T): T => (isFull ? full : usual);
