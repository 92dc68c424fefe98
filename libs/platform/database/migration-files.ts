import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';

export const migrationFolder = join(projectRoot, 'migrations');

interface SqlFile {
  /** Folder and file, as `tables/050_episodes.sql`. */
  readonly name: string;
  readonly sql: string;
}

/** Tables and their later changes, in the order in which they apply; each runs once. */
export const tableFiles = (): SqlFile[] => ['tables', 'changes'].flatMap(filesIn);

/** Functions, views, policies, triggers and grants, in the order in which they are created; replaced together. */
export const codeFiles = (): SqlFile[] => ['access', 'policies'].flatMap(filesIn);

/** The functions that decide which names are the same: what they made earlier is made anew when they change. */
export const rulesOfNames = (): string => codeFiles().find(({ name }) => name === 'access/0_names.sql')!.sql;

export const digestOf = (...texts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
};

/** The digest of all database code. */
export const codeDigest = (): string => digestOf(...codeFiles().flatMap(({ name, sql }) => [name, sql]));

const filesIn = (folder: string): SqlFile[] =>
  readdirSync(join(migrationFolder, folder))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: `${folder}/${file}`,
      sql: readFileSync(join(migrationFolder, folder, file), 'utf8'),
    }));
