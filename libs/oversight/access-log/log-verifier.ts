import { createHash, type KeyObject } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.js';
import { headHash } from './head.js';
import { isSigned } from './log-key.js';
import { leafHash, merkleRoot, sha256 } from './merkle.js';

export interface Verdict {
  readonly problems: readonly string[];
  /** The total; `problems` holds only the first of them. */
  readonly problemCount: number;
  readonly entries: number;
  readonly batches: number;
  readonly from: string | null;
  readonly to: string | null;
}
interface VerifierOptions {
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** The lines of the file of heads, from its first. */
  readonly heads?: AsyncIterator<string>;
}
interface Signed {
  readonly statement: Record<string, Json>;
  readonly signature: string;
}
const MAX_REPORTED = 50;
const DIGEST_OF_NONE = 'none';

/** Checks the lines of an access log one after the other, from a file or straight from the database. */
export class LogVerifier {
  private readonly problems: string[] = [];
  private problemCount = 0;
  private readonly digest = createHash('sha256');
  private lines = 0;
  private entries = 0;
  private expected = 0;
  private hashes: Buffer[] = [];
  private last: { batch: number; hash: string; end: number; sealedAt: string } | null = null;
  private from: string | null = null;
  private closed = false;
  private readonly erased = new Map<string, number>();
  private readonly erasures = new Map<string, number>();

  constructor(private readonly options: VerifierOptions) {}

  async line(text: string): Promise<void> {
    this.lines++;
    if (this.closed) return this.report(`line ${this.lines} stands after the closing line`);
    const value = this.parsed(text);
    if (!value) return;
    if (value['kind'] === 'closing') return this.closing(value);
    this.digest.update(`${text}\n`);
    if (this.lines === 1) return this.header(value);
    if (value['kind'] === 'head') return this.head(value);
    this.leaf(value);
  }

  /** The result, after the last line. */
  async verdict(): Promise<Verdict> {
    if (!this.closed) this.report('the closing line is missing: the end was cut off');
    for (const [id, number] of this.erased) {
      const by = this.erasures.get(id);
      if (by === undefined || by <= number)
        this.report(`leaf ${number}: what it said is marked as erased, but no later entry records that`);
    }
    for (const [id, number] of this.erasures)
      if (!this.erased.has(id)) this.report(`leaf ${number}: it records an erasure that did not happen`);
    const { problems, problemCount, entries, from } = this;
    return {
      problems,
      problemCount,
      entries,
      from,
      batches: this.last?.batch ?? 0,
      to: this.last?.sealedAt ?? null,
    };
  }

  /** Reports a further problem. */
  report(problem: string): void {
    this.problemCount++;
    if (this.problems.length < MAX_REPORTED) this.problems.push(problem);
  }

  private parsed(text: string): Record<string, Json> | null {
    try {
      const value = JSON.parse(text) as Record<string, Json>;
      if (typeof value === 'object' && value !== null && canonicalJson(value) === text) return value;
    } catch {
      // Reported below: the line is not from an access log.
    }
    this.report(`line ${this.lines} is not written as an access log writes it`);
    return null;
  }

  private header(value: Record<string, Json>): void {
    if (value['kind'] !== 'header' || value['format'] !== 'bridges-access-log' || value['version'] !== 1)
      this.report('the first line is not the header of an access log');
  }

  private leaf(value: Record<string, Json>): void {
    this.entries++;
    const number = value['number'];
    if (number !== this.expected)
      this.report(`leaf ${this.expected} should come here, but line ${this.lines} is leaf ${String(number)}`);
    this.expected = typeof number === 'number' ? number + 1 : this.expected + 1;
    this.hashes.push(Buffer.from(String(value['hash']), 'hex'));
    if (value['kind'] === 'lost') return this.report(`leaf ${String(number)}: its entry is gone`);
    if (value['kind'] === 'entry') return this.entry(value, Number(number));
    if (value['kind'] !== 'hidden') this.report(`line ${this.lines} is no kind of line of an access log`);
  }

  private entry(value: Record<string, Json>, number: number): void {
    const leaf = value['leaf'] as Record<string, Json> | undefined;
    if (!leaf || leafHash(canonicalJson(leaf)).toString('hex') !== value['hash'])
      return this.report(`leaf ${number}: its entry was changed after it was sealed`);
    this.from ??= String(leaf['at']);
    this.content(value['content'] ?? null, leaf, number);
    if (leaf['act'] !== 'erase log content' || leaf['subjectId'] === null) return;
    this.erasures.set(String(leaf['subjectId']), number);
  }

  private content(content: Json, leaf: Record<string, Json>, number: number): void {
    const sealed = leaf['content'];
    if (content === 'erased') this.erased.set(String(leaf['id']), number);
    else if (content === 'gone')
      this.report(`leaf ${number}: what it said is gone, and no entry says that it was erased`);
    else if (content !== null && typeof content === 'object')
      this.checkContent(content as Record<string, Json>, sealed, number);
    else if (content !== 'being erased' && content !== 'kept' && content !== DIGEST_OF_NONE)
      this.report(`leaf ${number}: nothing is known of what it said`);
    if ((content === DIGEST_OF_NONE) !== (sealed === null) && typeof content === 'string')
      this.report(`leaf ${number}: something was said, or not, otherwise than sealed`);
  }

  private checkContent(content: Record<string, Json>, sealed: Json | undefined, number: number): void {
    const { detail, reason, salt } = content;
    const digest = sha256(
      Buffer.from(String(salt ?? ''), 'hex'),
      canonicalJson({ detail: detail ?? null, reason: reason ?? null }),
    );
    if (digest.toString('hex') !== sealed)
      this.report(`leaf ${number}: what it said was changed after it was sealed`);
  }

  private async head(value: Record<string, Json>): Promise<void> {
    const batch = (this.last?.batch ?? 0) + 1;
    const first = this.last?.end ?? 0;
    const signed = {
      statement: value['head'] as Record<string, Json>,
      signature: String(value['signature']),
    };
    const { statement } = signed;
    if (!this.isSigned(signed, 'bridges access log head'))
      this.report(`the head of batch ${batch} is not signed with the log’s key`);
    if (!statement) return;
    if (statement['batch'] !== batch)
      this.report(
        `batch ${batch} should end at line ${this.lines}, but batch ${String(statement['batch'])} does`,
      );
    if (statement['previous'] !== (this.last?.hash ?? null))
      this.report(`batch ${String(statement['batch'])} does not follow the batch before it`);
    if (statement['firstLeaf'] !== first || statement['size'] !== this.hashes.length)
      this.report(
        `batch ${String(statement['batch'])} was sealed with ${String(statement['size'])} leaves from ${String(statement['firstLeaf'])}; here are ${this.hashes.length} from ${first}`,
      );
    else if (merkleRoot(this.hashes).toString('hex') !== statement['root'])
      this.report(
        `batch ${String(statement['batch'])}: its leaves are not the ones that were sealed (root differs)`,
      );
    if (this.last && String(statement['sealedAt']) < this.last.sealedAt)
      this.report(`batch ${String(statement['batch'])} was sealed before the batch before it`);
    await this.compareWithFile(value, batch);
    this.last = {
      batch,
      hash: headHash(statement).toString('hex'),
      end: first + this.hashes.length,
      sealedAt: String(statement['sealedAt']),
    };
    this.hashes = [];
  }

  private async compareWithFile(value: Record<string, Json>, batch: number): Promise<void> {
    const line = await this.options.heads?.next();
    if (!line || line.done || line.value === canonicalJson(value)) return;
    this.report(`batch ${batch} is not the one that was written out into the file of heads`);
  }

  private async closing(value: Record<string, Json>): Promise<void> {
    this.closed = true;
    const statement = value['closing'] as Record<string, Json>;
    if (!this.isSigned({ statement, signature: String(value['signature']) }, 'bridges access log closing'))
      return this.report('the closing line is not signed with the log’s key');
    if (this.hashes.length > 0) this.report(`${this.hashes.length} leaves at the end belong to no batch`);
    if (statement['entries'] !== this.entries || statement['batches'] !== (this.last?.batch ?? 0))
      this.report(
        `the closing line counts ${String(statement['entries'])} entries in ${String(statement['batches'])} batches; here are ${this.entries} in ${this.last?.batch ?? 0}`,
      );
    if (
      statement['lastHead'] !== (this.last?.hash ?? null) ||
      statement['lastLeaf'] !== (this.last ? this.last.end - 1 : null)
    )
      this.report('the closing line names another end');
    if (statement['digest'] !== this.digest.digest('hex'))
      this.report('the lines are not those that were closed');
    await this.restOfFile(String(statement['exportedAt']));
  }

  /**
   * Heads in the file that were written out before this export but are missing from it: the end of the log was cut off.
   */
  private async restOfFile(exportedAt: string): Promise<void> {
    for (
      let line = await this.options.heads?.next();
      line && !line.done;
      line = await this.options.heads?.next()
    ) {
      const { head } = this.written(line.value);
      if (!head) this.report('a line of the file of heads is not one that the log wrote');
      else if (String(head['sealedAt']) <= exportedAt)
        this.report(
          `batch ${String(head['batch'])} was written out into the file of heads, and is missing here`,
        );
    }
  }

  private written(line: string): { head: Record<string, Json> | null } {
    try {
      const { head, signature } = JSON.parse(line) as { head: Record<string, Json>; signature: string };
      return { head: this.isSigned({ statement: head, signature }, 'bridges access log head') ? head : null };
    } catch {
      return { head: null };
    }
  }

  private isSigned({ statement, signature }: Signed, type: string): boolean {
    if (!statement || statement['type'] !== type) return false;
    const key = this.options.keys.get(String(statement['key']));
    return key !== undefined && isSigned(key, statement, signature);
  }
}
