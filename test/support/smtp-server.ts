import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  /** Headers and body as they came, with lines joined that were folded or soft-broken. */
  readonly text: string;
  readonly messageId: string;
  readonly subject: string;
}
type Answers = Partial<Record<'RCPT' | 'MAIL' | 'DATA', string>>;

/** A mail system on this machine: speaks SMTP over a real socket and keeps what it accepted. */
export class SmtpServer {
  readonly received: ReceivedMail[] = [];
  /** Replies instead of 250 to these commands, until they are taken away. */
  answers: Answers = {};
  /** Whether a client that connects is greeted. */
  greets = true;
  /** Called when an email has been taken, before the client is told so. */
  beforeReply: () => Promise<void> = async () => undefined;
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmtpServer> {
    const server = createServer();
    const smtp = new SmtpServer(server);
    server.on('connection', (socket) => smtp.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return smtp;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** As if nothing had happened before. */
  reset(): void {
    this.received.length = 0;
    this.connections = 0;
    this.answers = {};
    this.greets = true;
    this.beforeReply = async () => undefined;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.connections++;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    if (!this.greets) return;
    const session = new Session(this, socket);
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk: Buffer) => session.take(chunk.toString('utf8')));
  }
}

class Session {
  private buffer = '';
  private inData = false;
  private from = '';
  private to = '';

  constructor(
    private readonly server: SmtpServer,
    private readonly socket: Socket,
  ) {}

  take(text: string): void {
    this.buffer += text;
    if (this.inData) return this.takeData();
    for (let end = this.buffer.indexOf('\r\n'); end >= 0; end = this.buffer.indexOf('\r\n')) {
      const line = this.buffer.slice(0, end);
      this.buffer = this.buffer.slice(end + 2);
      this.command(line);
      if (this.inData) return this.takeData();
    }
  }

  private command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    const refused = this.server.answers[verb as keyof Answers];
    if (refused) return this.reply(refused);
    if (verb === 'MAIL') this.from = addressIn(line);
    if (verb === 'RCPT') this.to = addressIn(line);
    if (verb === 'QUIT') {
      this.reply('221 bye');
      this.socket.end();
    } else if (verb === 'DATA') {
      this.reply('354 go on');
      this.inData = true;
    } else this.reply('250 ok');
  }

  private takeData(): void {
    const end = this.buffer.indexOf('\r\n.\r\n');
    if (end < 0) return;
    const raw = this.buffer.slice(0, end);
    this.buffer = this.buffer.slice(end + 5);
    this.inData = false;
    this.server.received.push(toMail(raw, this.from, this.to));
    void this.server.beforeReply().then(() => this.reply('250 accepted'));
  }

  private reply(line: string): void {
    if (!this.socket.destroyed) this.socket.write(`${line}\r\n`);
  }
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

function toMail(raw: string, from: string, to: string): ReceivedMail {
  const text = decoded(raw);
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(text.replace(/\r\n[ \t]+/g, ' '))?.[1] ?? '';
  return { from, to, text, messageId: header('Message-ID'), subject: encodedWords(header('Subject')) };
}

/** Undoes quoted-printable and base64 parts, so that a test can search the words. */
function decoded(raw: string): string {
  return raw
    .replace(
      /(Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n)([A-Za-z0-9+/=\r\n]+)/g,
      (_all, head: string, body: string) => `${head}${Buffer.from(body, 'base64').toString('utf8')}\r\n`,
    )
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll('=', ''), 'hex').toString('utf8'));
}

function encodedWords(text: string): string {
  return text.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=\s?/gi, (_all, how: string, word: string) =>
    how.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : word.replaceAll('_', ' '),
  );
}
