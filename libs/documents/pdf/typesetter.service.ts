import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ProblemError, projectRoot } from '#libs/platform';
import type { PrintedDocument } from '../document.js';
import { withActualText } from './actual-text.js';
import { toTypesetting } from './typesetting.js';

const PROGRAM = join(projectRoot, 'libs/documents/pdf/typesetter.mjs');
/** Where the build puts the fonts, and the first document where nothing was built. */
const FONTS = join(projectRoot, 'dist');
const TIMEOUT_MS = 30_000;
const MAX_WAITING = 20;

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}
interface Typeset {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly error?: string;
}

/**
 * Makes tagged PDFs (PDF/UA-1) in a process of its own, which is started with the first document and ended when one
 * takes too long: pages are served meanwhile, and a fault of the native typesetter does not end the program.
 */
@Injectable()
export class TypesetterService implements OnApplicationShutdown {
  private readonly logger = new Logger(TypesetterService.name);
  private readonly waiting = new Map<number, Waiting>();
  private child: ChildProcess | null = null;
  private last = 0;

  /** The document as a PDF; 503 when too many are waiting, or when this one takes too long or cannot be set. */
  async pdf(document: PrintedDocument, timeoutMs = TIMEOUT_MS): Promise<Buffer> {
    if (this.waiting.size >= MAX_WAITING) throw notMade();
    const id = ++this.last;
    const child = (this.child ??= this.start());
    const pdf = await new Promise<Buffer>((resolve, reject) => {
      const timer = setTimeout(
        () => this.end(child, `a document took longer than ${timeoutMs} ms`),
        timeoutMs,
      );
      this.waiting.set(id, { resolve, reject, timer });
      child.send({ id, document: JSON.stringify(toTypesetting(document)) });
    });
    return withActualText(pdf, document);
  }

  onApplicationShutdown(): void {
    if (this.child) this.end(this.child, null);
  }

  private start(): ChildProcess {
    const child = fork(PROGRAM, [FONTS], { serialization: 'advanced', execArgv: [], env: {} });
    child.on('message', (answer) => this.settle(answer as Typeset));
    child.on('error', (error) => this.end(child, error.message));
    child.on('exit', (code) => this.end(child, `it ended with ${code}`));
    // The program may end while the typesetter is idle.
    child.unref();
    child.channel?.unref();
    return child;
  }

  private settle({ id, pdf, error }: Typeset): void {
    const one = this.waiting.get(id);
    if (!one) return;
    this.waiting.delete(id);
    clearTimeout(one.timer);
    if (pdf) return one.resolve(Buffer.from(pdf));
    this.logger.error(`A document could not be typeset: ${error}`);
    one.reject(notMade());
  }

  /** Ends this process once; every document that waits for it is refused, and the next one starts another. */
  private end(child: ChildProcess, why: string | null): void {
    if (this.child !== child) return;
    this.child = null;
    child.kill('SIGKILL');
    if (why) this.logger.error(`Typesetting was ended: ${why}`);
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(notMade());
    }
    this.waiting.clear();
  }
}

const notMade = (): ProblemError =>
  new ProblemError(503, 'The PDF could not be made. Try again, or open the copy as a web page and print it.');
