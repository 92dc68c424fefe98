import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { bySize } from '../support/size.js';
import type { Mutant } from './mutants.js';

/** Files that define guards, and the tests' expectations of them. */
const GUARDED_BY = ['migrations', 'test/rls'];
/** Of the guards untouched by a change, one in this many is removed. */
const ONE_IN = 10;

/** All of them at full size; otherwise those of the changed tables, and the same sample of the rest each time. */
export function chosen(all: readonly Mutant[]): readonly Mutant[] {
  if (bySize(false, true)) return all;
  const words = changedWords();
  return all.filter((mutant) => isNamed(mutant, words) || isInSample(mutant));
}

function isNamed({ table, constraint }: Mutant, words: ReadonlySet<string>): boolean {
  return words.has(lastPart(table)) || (constraint !== undefined && words.has(constraint.name));
}

function isInSample({ kind, name }: Mutant): boolean {
  return createHash('sha256').update(`${kind} ${name}`).digest().readUInt32BE() % ONE_IN === 0;
}

const lastPart = (name: string): string => name.split('.').at(-1)!.replaceAll('"', '');

/** Every word changed since the branch left main, or since the commit before the last one. */
function changedWords(): ReadonlySet<string> {
  const base = branchedFrom() ?? beforeLastChange();
  if (!base) return new Set();
  // Includes all tests, so that a moved file does not count as new.
  const files = git('diff', '--find-renames', '--unified=0', base, '--', 'migrations', 'test').split(
    /^diff --git /m,
  );
  const changed = files.filter((text) => GUARDED_BY.some((folder) => text.includes(`\n+++ b/${folder}`)));
  const lines = changed.flatMap((text) => text.split('\n').filter((line) => /^[+-]/.test(line)));
  const untracked = git('ls-files', '--others', '--exclude-standard', '--', ...GUARDED_BY);
  const added = untracked.split('\n').filter(Boolean);
  const texts = added.map((file) => readFileSync(join(projectRoot, file), 'utf8'));
  return new Set([...lines, ...texts].join('\n').match(/\w+/g));
}

function branchedFrom(): string | undefined {
  const base = git('merge-base', 'HEAD', 'main').trim();
  return base === git('rev-parse', 'HEAD').trim() ? undefined : base || undefined;
}

function beforeLastChange(): string | undefined {
  const last = git('log', '-1', '--format=%H', '--', ...GUARDED_BY).trim();
  return last ? git('rev-parse', '--verify', '--quiet', `${last}^`).trim() || undefined : undefined;
}

/** Output of git; empty without git, without history, or without such a commit. */
function git(...parameters: string[]): string {
  try {
    return execFileSync('git', parameters, {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e9,
    });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? '');
  }
}
