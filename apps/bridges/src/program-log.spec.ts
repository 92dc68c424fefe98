import { jest } from '@jest/globals';
import { ProgramLog } from './program-log.js';

let said: string[];
beforeEach(() => {
  said = [];
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

const onServer = new ProgramLog({ demo: false });
const inDemonstration = new ProgramLog({ demo: true });
const objects = (): Record<string, unknown>[] => said.map((line) => JSON.parse(line));

/** An error of the database driver: the message, parameters and detail contain what was typed. */
function quoting(): Error {
  const driverError = Object.assign(new Error('invalid input: "Chloe"'), {
    code: '42703',
    table: 'children',
    detail: 'Key (given_names)=(Chloe)',
  });
  return Object.assign(new Error('invalid input: "Chloe"'), { driverError, parameters: ['Chloe'] });
}

test('the framework\u2019s list of modules and routes is left out, and its warnings are not', () => {
  onServer.log('Mapped {/api/v1/children, GET} route', 'RouterExplorer');
  onServer.warn('something is odd', 'RouterExplorer');
  expect(objects().map(({ level, message }) => [level, message])).toEqual([['warn', 'something is odd']]);
});

test('on a server a line is one object, with its fields beside the message', () => {
  onServer.log('Answered', { requestId: 'r1', status: 200 }, 'Request');
  expect(objects()).toEqual([
    expect.objectContaining({
      level: 'log',
      message: 'Answered',
      context: 'Request',
      requestId: 'r1',
      status: 200,
    }),
  ]);
});

test.each([
  ['beside a message', (error: Error) => onServer.error('A request failed', { requestId: 'r2', error })],
  ['as the message', (error: Error) => onServer.error(error)],
  ['as the message with its stack', (error: Error) => onServer.error(error, error.stack)],
  ['as a stack', (error: Error) => onServer.error('A request failed', error.stack)],
])('on a server an error given %s says where it came by and nothing that was typed', (_how, say) => {
  say(quoting());
  expect(said.join('')).not.toContain('Chloe');
  expect(said.join('')).toContain('program-log.spec');
  expect(objects()[0]).toMatchObject({ level: 'error' });
});

test('on a server an error keeps its code and table', () => {
  onServer.error('A request failed', { error: quoting() });
  expect(objects()[0]).toMatchObject({ error: { name: 'Error', code: '42703', table: 'children' } });
});

test('in a demonstration a person reads the stack', () => {
  inDemonstration.error('A request failed', { requestId: 'r3', error: quoting() });
  expect(said.join('')).toMatch(/A request failed.*requestId.*r3[\s\S]*invalid input[\s\S]*at quoting/);
});
