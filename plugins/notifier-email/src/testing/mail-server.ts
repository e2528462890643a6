import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived, headers and bodies as they were on the wire. */
export interface ArrivedMail {
  from: string;
  to: string[];
  raw: string;
  isEncrypted: boolean;
}

interface Failure {
  code: number;
  at: 'rcpt' | 'data';
  times?: number;
}

export interface MailServer {
  port: number;
  login: { user: string; password: string };
  mails: ArrivedMail[];
  /** Answers mails so at this command, or so many of them; null ends it. */
  fail: (failure: Failure | null) => void;
  stop: () => Promise<void>;
}

const refusal = (code: number): Error =>
  Object.assign(new Error(code < 500 ? 'Try later' : 'No such mailbox'), { responseCode: code });

/** A mail server of its own with STARTTLS and a login, under a certificate that it has made itself. */
export async function startMailServer(): Promise<MailServer> {
  const login = { user: 'handoff', password: 'a-password-for-mail' };
  const mails: ArrivedMail[] = [];
  let failing: Failure | null = null;
  const failure = (at: Failure['at']): Error | null => {
    if (failing?.at !== at) return null;
    const error = refusal(failing.code);
    failing.times = (failing.times ?? Infinity) - 1;
    if (failing.times <= 0) failing = null;
    return error;
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: [],
    onAuth: (auth, _session, done) => {
      const isRight = auth.username === login.user && auth.password === login.password;
      if (isRight) done(null, { user: login.user });
      else done(refusal(535));
    },
    onRcptTo: (_address, _session, done) => done(failure('rcpt')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.once('end', () => {
        const refused = failure('data');
        if (refused) return done(refused);
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
          isEncrypted: session.secure,
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    login,
    mails,
    fail: (next) => (failing = next && { ...next }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
