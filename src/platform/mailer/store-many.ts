import { isoNow, type Clock } from '../clock.ts';
import { isAmong, type Among } from '../db/among.ts';
import { isPostgres, type Reader, type Tx } from '../db/database.ts';
import { inSlices } from '../db/in-slices.ts';
import { foldAddress } from '../fold.ts';
import { queueJobs } from '../jobs/store.ts';
import { countUpEach } from '../limits/store.ts';
import { checkAddress } from './address.ts';
import type { NewMail } from './mail.ts';
import { jobOf, rowOf, type Desk } from './store.ts';
import { earliestTime } from './unproven-limits.ts';
import type { Row } from '../db/tables.ts';
import type { MailState } from './tables.ts';
import './tables.ts';

/**
 * Many mails of one workspace in a few statements, however many they are; answers their ids in the same order.
 * F7 counts each of them as if it had been written alone.
 */
export async function queueMails(
  tx: Tx,
  desk: Desk,
  workspaceId: string,
  mails: readonly Omit<NewMail, 'workspaceId'>[],
): Promise<string[]> {
  if (mails.length === 0) return [];
  if (!mails.every(({ to }) => checkAddress(to)))
    throw new Error('a mail was queued for an unchecked address');
  const times = await timesOf(tx, desk.clock, workspaceId, mails);
  const rows = mails.map((mail, at) => rowOf(desk, { ...mail, workspaceId }, times[at]!));
  for (const some of inSlices(rows)) await tx.insertInto('mails').values(some).execute();
  const jobs = rows.map((row, at) => jobOf(desk.clock, row, mails[at]!.lane));
  await queueJobs(tx, desk.clock, jobs);
  return rows.map(({ id }) => id);
}

/** When each may leave (F7). The counters make those who write to the same address take turns. */
async function timesOf(
  tx: Tx,
  clock: Clock,
  workspaceId: string,
  mails: readonly Omit<NewMail, 'workspaceId'>[],
): Promise<string[]> {
  const addresses = mails.filter(({ unproven }) => unproven).map(({ to }) => foldAddress(to));
  const counters = addresses.map((to) => `mail:${to}`);
  await countUpEach(tx, workspaceId, counters, isoNow(clock).slice(0, 10));
  const written = await writtenTo(tx, clock, workspaceId, addresses);
  return mails.map(({ to, kind, unproven }) => {
    if (!unproven) return isoNow(clock);
    const earlier = written.get(foldAddress(to)) ?? [];
    const at = earliestTime(earlier, kind, clock.now());
    const all = [...earlier, { kind, at }].toSorted((one, other) => other.at - one.at);
    written.set(foldAddress(to), all);
    return new Date(at).toISOString();
  });
}

/** No limit looks back further. */
const LONGEST_WINDOW_MS = 86_400_000;

async function writtenTo(tx: Tx, clock: Clock, workspaceId: string, addresses: string[]) {
  if (addresses.length === 0) return new Map<string, { kind: string; at: number }[]>();
  const among: Among = { ids: [...new Set(addresses)], kind: isPostgres(tx) ? 'postgres' : 'sqlite' };
  const rows = await tx
    .selectFrom('mails')
    .select(['to_address', 'kind', 'not_before'])
    .where('workspace_id', '=', workspaceId)
    .where(isAmong('to_address', among))
    .where('cause', '=', 'unproven')
    .where('not_before', '>', new Date(clock.now() - LONGEST_WINDOW_MS).toISOString())
    .orderBy('not_before', 'desc')
    .execute();
  const mails = Map.groupBy(rows, (row) => row.to_address);
  return new Map(
    [...mails].map(([to, own]) => [
      to,
      own.map(({ kind, not_before }) => ({ kind, at: Date.parse(not_before!) })),
    ]),
  );
}

/** What these mails tell about is no more: those that have not left never do. */
export async function dropMails(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await dropping(tx, workspaceId, ids).execute();
}

/** Only those of them that would go to this address. */
export async function dropMailsTo(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  address: string,
): Promise<void> {
  if (ids.length === 0) return;
  await dropping(tx, workspaceId, ids).where('to_address', '=', foldAddress(address)).execute();
}

function dropping(tx: Tx, workspaceId: string, ids: readonly string[]) {
  return tx
    .updateTable('mails')
    .set({ state: 'dropped' })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'queued');
}

/** Whole mails by their id. */
export async function readMails(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Row<'mails'>>> {
  const kind = isPostgres(db) ? 'postgres' : 'sqlite';
  const rows = await db
    .selectFrom('mails')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(isAmong('id', { ids, kind }))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readMailStates(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, MailState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('mails')
    .select(['id', 'state'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.state]));
}
