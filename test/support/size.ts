/** Everything at its full size with `npm run test:full`; `npm test` takes a share that every change can wait for. */
const isFull = process.env['TEST_SIZE'] === 'full';

export const bySize = <T>(usual: T, full: T): T => (isFull ? full : usual);
