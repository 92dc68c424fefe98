import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { toProblem } from './database-problems.js';

const thrown = (code: string, more: object = {}) => ({ driverError: { code, table: 'children', ...more } });
let logged: unknown[];
beforeEach(() => {
  logged = [];
  jest.spyOn(Logger.prototype, 'error').mockImplementation((...said: unknown[]) => void logged.push(said));
});
afterEach(() => jest.restoreAllMocks());

describe('input that reached the database unchecked', () => {
  it('is rejected beside the field if the column is known', () => {
    expect(toProblem(thrown('23502', { column: 'given_names' }))).toMatchObject({
      status: 422,
      errors: [{ field: 'givenNames', message: 'Enter a value' }],
    });
  });

  it.each(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23502', '23514'])(
    'with %s is a field error for the reader and a logged defect, without the values sent',
    (code) => {
      const refusal = toProblem(
        thrown(code, { message: 'invalid input: "Invented Mother"', detail: 'Invented Mother' }),
      );
      expect([refusal?.status, logged.length]).toEqual([422, 1]);
      expect(JSON.stringify([refusal, logged])).not.toContain('Invented');
    },
  );

  it.each(['22012', '42P01', undefined])('is not meant by %s, a programming error', (code) => {
    expect(toProblem(thrown(code as string))).toBeNull();
  });

  it.each(['57014', '53300'])('is not meant by %s, a database that is too busy', (code) => {
    expect([toProblem(thrown(code))?.status, logged]).toEqual([503, []]);
  });
});
