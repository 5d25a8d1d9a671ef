import type { AddressInfo } from 'node:net';
import { headersOf } from './read-mail.ts';
import { SMTPServer } from 'smtp-server';

export interface Delivered {
  to: string;
  messageId: string;
  subject: string;
  /** The message as it came over the wire. */
  raw: string;
}

/** What a mail server does with the next mail. */
export type Mood = 'takes' | 'refuses for now' | 'refuses' | 'hangs up after the data';

/** A real SMTP server that keeps what it is given, and misbehaves when told to. */
export interface Postbox {
  url: string;
  delivered: Delivered[];
  mood: Mood;
  close(): Promise<void>;
}

export async function openPostbox(port = 0): Promise<Postbox> {
  const box: Postbox = { url: '', delivered: [], mood: 'takes', close: () => shut(server) };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 300,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (box.mood === 'refuses for now') return done(answer(451, 'Try again later'));
        if (box.mood === 'refuses') return done(answer(550, 'No such mailbox here'));
        const raw = Buffer.concat(parts);
        const kept = { ...headersOf(raw), raw: raw.toString('latin1') };
        box.delivered.push(...to.map((address) => ({ to: address, ...kept })));
        if (box.mood === 'hangs up after the data') return hangUp(stream, session);
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  box.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return box;

  function hangUp(_stream: unknown, session: { id: string }): void {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
      if (connection.id === session.id) connection._socket.destroy();
    }
  }
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function shut(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
