import { execFileSync, spawn } from 'node:child_process';
import { chown, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';

/** A real mail server with one mailbox, "crm" with the password "warm-bricks". */
export interface Dovecot {
  port: number;
  /** Puts a message into the inbox, as a delivery would. */
  deliver(message: string | Buffer): Promise<void>;
  /** Takes every message out and numbers what comes anew (another UIDVALIDITY). */
  renumber(): Promise<void>;
  close(): Promise<void>;
}

export const PASSWORD = 'warm-bricks';

/** Where Dovecot is, or why the tests that need it are skipped. */
export function dovecotProgram(): { path: string } | { skip: string } {
  for (const path of ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot']) {
    try {
      if (execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('2.3')) return { path };
    } catch {
      // Not there.
    }
  }
  return { skip: 'Dovecot 2.3 is not installed (Debian: dovecot-imapd)' };
}

export async function openDovecot(path: string): Promise<Dovecot> {
  const home = await mkdtemp(join(tmpdir(), 'rondo-dovecot-'));
  const port = await freePort();
  const mailUser = isRoot() ? uidOf('mail') : { uid: userInfo().uid, gid: userInfo().gid };
  await mkdir(join(home, 'mail'));
  await chown(join(home, 'mail'), mailUser.uid, mailUser.gid);
  await writeFile(join(home, 'dovecot.conf'), settings(home, port, mailUser));
  if (isRoot()) execFileSync('chmod', ['755', home]);
  const server = spawn(path, ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore' });
  await answering(port);
  return {
    port,
    deliver: async (message) => {
      await as(port, (client) => client.append('INBOX', message));
    },
    renumber: () =>
      as(port, async (client) => {
        await client.mailboxCreate('Old');
        const { uidValidity } = await client.mailboxOpen('INBOX');
        await client.messageMove('1:*', 'Old');
        await client.mailboxClose();
        execFileSync('find', [join(home, 'mail'), '-maxdepth', '2', '-name', 'dovecot*', '-delete']);
        await as(port, async (other) => {
          const now = await other.mailboxOpen('INBOX');
          if (now.uidValidity === uidValidity) throw new Error('the messages kept their numbers');
        });
      }),
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

function settings(home: string, port: number, { uid, gid }: { uid: number; gid: number }): string {
  const own = isRoot()
    ? ''
    : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}`;
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${home}/mail
auth_failure_delay = 0 secs
${own}
passdb {
  driver = static
  args = user=crm password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

async function as<T>(port: number, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: 'crm', pass: PASSWORD };
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await as(port, async () => {});
    } catch (error) {
      if (tries > 50) throw error;
      await sleep(100);
    }
  }
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

function uidOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
