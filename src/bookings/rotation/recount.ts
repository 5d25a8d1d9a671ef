import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { countsFrom, type Rotation, type RotationHost } from '#rotations/rotation.ts';
import { readHosts } from '#rotations/store-hosts.ts';
import { readRotation } from '#rotations/store.ts';
import { countedOf } from './rotation-standing.ts';
import { everyMeeting, everyRotation, type MeetingRow } from './store-recount.ts';
import { readRotationCounts } from './store-rotation.ts';

export interface Recount {
  rotation: Rotation;
  people: number;
  meetings: number;
  /** Whose counts are not what their meetings come to; empty is right. */
  differences: { memberId: string; name: string; counted: number; recounted: number }[];
}

/** R6: every rotation's counts, as its queue has them, beside a plain count of all its meetings, one by one. */
export async function recountAll({ db }: Pick<Platform, 'db'>): Promise<Recount[]> {
  const recounts: Recount[] = [];
  for (const rotation of await everyRotation(db.read)) recounts.push(await recountLive(db.read, rotation));
  return recounts;
}

const LOOKS = 3;

// Meetings may be booked between the two counts; what is really wrong is wrong again.
async function recountLive(db: Reader, rotation: Rotation): Promise<Recount> {
  for (let look = 1, now: Rotation | undefined = rotation; ; look++) {
    const recount = await recountOf(db, now);
    if (recount.differences.length === 0 || look === LOOKS) return recount;
    now = await readRotation(db, rotation.workspaceId, rotation.id);
    if (!now) return { ...recount, differences: [] };
  }
}

async function recountOf(db: Reader, rotation: Rotation): Promise<Recount> {
  const hosts = await readHosts(db, rotation);
  const counts = await readRotationCounts(db, rotation);
  const recounted = new Map(hosts.map((host) => [host.memberId, host.credit]));
  const byId = new Map(hosts.map((host) => [host.memberId, host]));
  let meetings = 0;
  for await (const rows of everyMeeting(db, rotation)) {
    meetings += rows.length;
    for (const row of rows) {
      const host = byId.get(row.host_id);
      if (host && doesCount(rotation, host, row))
        recounted.set(host.memberId, recounted.get(host.memberId)! + 1);
    }
  }
  const differences = hosts.flatMap((host) => {
    const [counted, again] = [countedOf(counts, host).booked, recounted.get(host.memberId)!];
    const { memberId, name } = host;
    return counted === again ? [] : [{ memberId, name, counted, recounted: again }];
  });
  return { rotation, people: hosts.length, meetings, differences };
}

/** D3, R6, R7 read as they are written: whether one meeting counts for its host. */
function doesCount(rotation: Rotation, host: RotationHost, row: MeetingRow): boolean {
  if (row.deleted_at !== null || row.made_at < countsFrom(rotation, host)) return false;
  if (row.status === 'no-show') return rotation.countNoShows;
  if (row.status === 'cancelled') return rotation.countCancelled && row.expires_at === null;
  return row.status === 'scheduled' || row.status === 'completed';
}

/** What the command says: a line for each rotation, and one for each person whose count is wrong. */
export function sayRecount(recounts: readonly Recount[]): { text: string; isRight: boolean } {
  const wrong = recounts.reduce((sum, { differences }) => sum + differences.length, 0);
  const lines = recounts.flatMap(({ rotation, people, meetings, differences }) => [
    `${rotation.name}: ${people} people, ${meetings} meetings, ${differences.length === 0 ? 'right' : 'WRONG'}`,
    ...differences.map(
      ({ name, memberId, counted, recounted }) =>
        `  ${name} (${memberId}) counts ${counted}, the meetings come to ${recounted}`,
    ),
  ]);
  const sum = `${recounts.length} rotations recounted, ${wrong} differences`;
  return { text: [...lines, sum].join('\n'), isRight: wrong === 0 };
}
