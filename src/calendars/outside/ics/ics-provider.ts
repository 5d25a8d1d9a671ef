import { createHash } from 'node:crypto';
import { MINUTES_PER_DAY } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import type { Outward, OutwardAnswer } from '#platform/outward/outward.ts';
import type { ChangePage, OpenAccount, Provider, Reading, RemoteCalendar } from '../provider.ts';
import { fetchFile, fileAddress, type Seen } from './fetch-file.ts';
import { fileObjects, type FileObject } from './file-objects.ts';
import { splitFile } from './split-file.ts';

/**
 * A calendar that is published as one file (K1): read only, fetched whole. How often we look is ours to say, whatever
 * REFRESH-INTERVAL asks for: nobody may be booked by what was true hours ago (A9).
 */
export function icsProvider(outward: Outward): Provider {
  return {
    findCalendars: async (account, signal) => {
      const answer = await fetchFile(outward, account, {}, signal);
      return [describe(account, splitFile(answer!.text).properties)];
    },
    readChanges: (account, _calendar, reading) => readChanges(outward, account, reading),
  };
}

const PAGE = 500;

async function* readChanges(
  outward: Outward,
  account: OpenAccount,
  { cursor, window, known, signal }: Reading,
): AsyncIterable<ChangePage> {
  const day = Math.floor(window.from / MINUTES_PER_DAY);
  const last = readCursor(cursor, day);
  const answer = await fetchFile(outward, account, last, signal);
  const next = answer ? { ...seenIn(answer), day } : last;
  if (answer && next.hash !== last.hash) {
    const objects = fileObjects(splitFile(answer.text).events);
    yield* pagesOf(objects, await known(), JSON.stringify(next));
  } else {
    yield { changed: [], removed: [], cursor: JSON.stringify(next), total: 0 };
  }
}

function* pagesOf(
  objects: Map<string, FileObject>,
  known: ReadonlyMap<string, string | null>,
  cursor: string,
): Iterable<ChangePage> {
  const changed = [...objects.values()].filter(({ href, etag }) => known.get(href) !== etag);
  const removed = [...known.keys()].filter((href) => !objects.has(href));
  const total = changed.length;
  let at = 0;
  for (; at + PAGE < total; at += PAGE) {
    yield { changed: changed.slice(at, at + PAGE), removed: [], cursor: null, total };
  }
  yield { changed: changed.slice(at), removed, cursor, total };
}

function describe(account: OpenAccount, properties: ReadonlyMap<string, string>): RemoteCalendar {
  const remoteId = fileAddress(account.url);
  const name = properties.get('X-WR-CALNAME') || properties.get('NAME');
  const colour = properties.get('X-APPLE-CALENDAR-COLOR') ?? properties.get('COLOR') ?? '';
  const zone = properties.get('X-WR-TIMEZONE') ?? '';
  return {
    remoteId,
    name: (name && unescaped(name)) || new URL(remoteId).hostname,
    colour: /^#[0-9a-f]{6}/i.exec(colour)?.[0].toLowerCase() ?? null,
    timeZone: zoneNamed(zone) ? zone : null,
    readOnly: true,
    isMain: true,
  };
}

/** RFC 5545, 3.3.11. */
function unescaped(text: string): string {
  return text
    .replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign))
    .trim()
    .slice(0, 200);
}

interface Cursor extends Seen {
  /** Of the whole file, for servers that tell neither ETag nor time. */
  hash?: string;
  /** When it was first seen so: once a day all is fetched and compared, whatever the server claims. */
  day?: number;
}

function readCursor(cursor: string | null, day: number): Cursor {
  const last = cursor === null ? {} : (JSON.parse(cursor) as Cursor);
  return last.day === day ? last : {};
}

function seenIn({ headers, text }: OutwardAnswer): Cursor {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return {
    ...(etag && etag.length < 500 && { etag }),
    ...(lastModified && { lastModified }),
    hash: createHash('sha256').update(text).digest('base64url'),
  };
}
