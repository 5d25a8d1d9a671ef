import type { MiddlewareHandler } from 'hono';
import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Caller, HttpEnv, Permission } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { hashToken } from '#platform/secrets.ts';
import { permissionsOf, permissionsOfKey, roleOfKey } from './permission.ts';
import { sessionTokenFrom } from './session-cookie.ts';
import {
  readCallerByKey,
  readCallerBySession,
  type CallerRow,
  type KeyCallerRow,
  type SessionCallerRow,
} from './store-callers.ts';
import { permissionsFrom, touchKey } from './store-keys.ts';
import { touchSession } from './store-sessions.ts';

const TOUCH_EVERY_MS = 3_600_000;
const SEEN_EVERY_MS = 600_000;

/** Open to everybody alike; the app loads dozens of files of its own at once, with its cookie on each. */
const FOR_EVERYBODY = ['/api/public/', '/admin/assets/', '/assets/'];

/**
 * Says who asks, by API key or by session cookie, with one statement; nobody when the member is inactive.
 * Public routes and files take neither. A request that carries a key is judged by that key alone.
 */
export function authenticate(platform: Platform): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (!FOR_EVERYBODY.some((path) => c.req.path.startsWith(path))) {
      const key = keyFrom(c.req.header('authorization'));
      const caller =
        key === undefined
          ? await callerByCookie(platform, c.req.header('cookie'))
          : await callerByKey(platform, key);
      if (caller) c.set('caller', caller);
    }
    await next();
  };
}

function keyFrom(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}

async function callerByKey(platform: Platform, key: string): Promise<Caller | null> {
  const keyHash = hashToken(key);
  const row = await readCallerByKey(platform.db.read, keyHash);
  if (!row) return null;
  await rememberUse(platform, keyHash, row);
  const limits = permissionsFrom(row.keyPermissions);
  const { role, permissions } = callerFrom(row, 'key');
  return {
    ...callerFrom(row, 'key'),
    role: roleOfKey(role, limits),
    permissions: new Set(permissionsOfKey([...permissions], limits)),
  };
}

/** At most once an hour, so that reading stays reading. */
async function rememberUse({ clock, db }: Platform, keyHash: string, row: KeyCallerRow): Promise<void> {
  if (row.lastUsedAt !== null && row.lastUsedAt > isoAfter(clock, -TOUCH_EVERY_MS)) return;
  await db.transact((tx) => touchKey(tx, keyHash, isoNow(clock)));
}

async function callerByCookie(platform: Platform, cookies: string | undefined): Promise<Caller | null> {
  const token = sessionTokenFrom(platform, cookies);
  if (token === null) return null;
  const row = await readCallerBySession(platform.db.read, token, isoNow(platform.clock));
  if (!row) return null;
  await rememberSeen(platform, row);
  return callerFrom(row, 'cookie');
}

/** At most once in ten minutes: the list of sessions need not know better. */
async function rememberSeen({ clock, db }: Platform, row: SessionCallerRow): Promise<void> {
  const before = isoAfter(clock, -SEEN_EVERY_MS);
  if (row.lastSeenAt > before) return;
  await db.transact((tx) => touchSession(tx, row.sessionId, { before, now: isoNow(clock) }));
}

function callerFrom(row: CallerRow, via: Caller['via']): Caller {
  const given = JSON.parse(row.permissions) as Permission[];
  return {
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    role: row.role,
    permissions: new Set(permissionsOf(row.role, given)),
    seat: row.seat === 1,
    via,
  };
}
