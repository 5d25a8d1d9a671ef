import { createHash } from 'node:crypto';
import type { Platform } from '#platform/platform.ts';
import type { CalendarAccount, OutsideCalendar } from './calendar.ts';
import type { OpenAccount, OutsideKind, RemoteCalendar } from './provider.ts';
import { readAccount, updateAccount } from './store-accounts.ts';

/** What is typed or granted to sign in with; for a subscription its whole address is the secret. */
export interface SignIn {
  kind: OutsideKind;
  url: string;
  username: string;
  secret: string;
}

/** As a provider needs it. Tokens that it renews are kept at once, for whoever reads next. */
export function openAccount(platform: Platform, account: CalendarAccount): OpenAccount {
  const { workspace_id: workspaceId, account_id: accountId, kind, username } = account;
  const opened = platform.secrets.open(account.secret);
  return {
    kind,
    username,
    url: kind === 'ics' ? opened : account.url,
    secret: kind === 'ics' ? '' : opened,
    keepSecret: (secret) =>
      platform.db.transact((tx) =>
        updateAccount(tx, { workspaceId, accountId }, { secret: platform.secrets.seal(secret) }),
      ),
  };
}

/** The same for who is not connected yet; `kept` answers what a provider renewed meanwhile. */
export function openSignIn(signIn: SignIn): { account: OpenAccount; kept: () => string } {
  let { secret } = signIn;
  const account = {
    ...signIn,
    keepSecret: async (renewed: string) => {
      secret = renewed;
    },
  };
  return { account, kept: () => secret };
}

/** The account as it is now, opened; another process may have renewed its tokens. */
export async function openStored(
  platform: Platform,
  { workspace_id: workspaceId, account_id: accountId }: OutsideCalendar,
): Promise<OpenAccount | undefined> {
  const account = await readAccount(platform.db.read, { workspaceId, accountId });
  return account && openAccount(platform, account);
}

/** What of a sign-in is kept in the clear, and what sealed. Whoever has the address of a subscription can read it. */
export function sealedFrom({ secrets }: Platform, { kind, url, username, secret }: SignIn) {
  if (kind !== 'ics') return { url, username, secret: secrets.seal(secret) };
  return { url: new URL(url).origin, username, secret: secrets.seal(url) };
}

/** What a calendar is known by here: for a subscription not its address, which is a secret. */
export function remoteIdOf(kind: OutsideKind, remoteId: string): string {
  return kind === 'ics' ? createHash('sha256').update(remoteId).digest('base64url') : remoteId;
}

/** A calendar as its provider named it. */
export function remoteOf(calendar: OutsideCalendar, account: OpenAccount): RemoteCalendar {
  return {
    remoteId: account.kind === 'ics' ? account.url : calendar.remote_id,
    name: calendar.name,
    colour: calendar.colour,
    timeZone: calendar.time_zone,
    readOnly: calendar.read_only === 1,
    isMain: false,
  };
}
