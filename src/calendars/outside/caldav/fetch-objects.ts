import { OutsideProblem } from '../problem.ts';
import type { RemoteObject } from '../provider.ts';
import { ask, askDav, meantStatus, problemOf, type Connection } from './ask.ts';
import { isGood, type DavResponse } from './multistatus.ts';
import { objectPath, objectUrl } from './place.ts';
import { escapeXml, textOf } from './xml.ts';

/** One answer: few enough objects, small enough together, that reading it stops nobody else for long. */
const BATCH = 100;
const BATCH_BYTES = 2 * 1024 * 1024;
/** No calendar entry above it is read: its calendar counts as unreadable. */
const MOST_BYTES = 4 * 1024 * 1024;

const ANSWER_BYTES = 16 * 1024 * 1024;

export interface Wanted {
  path: string;
  size: number | null;
}

export interface Fetched {
  found: RemoteObject[];
  /** Paths at which nothing stands any more. */
  vanished: string[];
}

export async function* fetchObjects(
  connection: Connection,
  collection: string,
  wanted: Wanted[],
): AsyncGenerator<Fetched> {
  for (const batch of batchesOf(wanted)) yield fetchBatch(connection, collection, batch);
}

/** One object by itself; null when it is not there. */
export async function fetchObject(
  connection: Connection,
  collection: string,
  path: string,
): Promise<{ href: string; etag: string | null; text: string } | null> {
  const limits = { bytes: MOST_BYTES };
  const answer = await ask(connection, { method: 'GET', url: objectUrl(collection, path), limits });
  const status = meantStatus(answer);
  if (status === 404 || status === 410) return null;
  if (!isGood(status)) throw problemOf(answer, status);
  if (!isCalendarText(answer.text))
    throw new OutsideProblem('no-calendar', `what stands at ${path} is no calendar entry`);
  return { href: path, etag: answer.headers.get('etag'), text: answer.text };
}

function isCalendarText(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text);
}

function* batchesOf(wanted: Wanted[]): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const { path, size } of wanted) {
    const isFull = batch.length === BATCH || bytes + (size ?? 0) > BATCH_BYTES;
    if (batch.length > 0 && isFull) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(path);
    bytes += size ?? 0;
  }
  if (batch.length > 0) yield batch;
}

/** Together where the server can; what it left out or would not give in one answer is asked for alone. */
async function fetchBatch(connection: Connection, collection: string, paths: string[]): Promise<Fetched> {
  const answers = paths.length > 1 ? await askMany(connection, collection, paths) : new Map();
  const result: Fetched = { found: [], vanished: [] };
  for (const path of paths) {
    const answer: DavResponse | undefined = answers.get(path);
    const object = objectIn(path, answer) ?? (await alone(connection, collection, path, answer));
    if (object) result.found.push(object);
    else result.vanished.push(path);
  }
  return result;
}

async function alone(connection: Connection, collection: string, path: string, answer?: DavResponse) {
  if (answer?.status === 404 || answer?.status === 410) return null;
  return fetchObject(connection, collection, path);
}

/** The ETag belongs to the text that it comes with, not to the one that was listed. */
function objectIn(path: string, answer?: DavResponse): RemoteObject | undefined {
  const text = answer?.props.get('{urn:ietf:params:xml:ns:caldav}calendar-data')?.text;
  if (!answer || !text || !isCalendarText(text)) return undefined;
  return { href: path, etag: textOf(answer.props.get('{DAV:}getetag')), text };
}

async function askMany(
  connection: Connection,
  url: string,
  paths: string[],
): Promise<Map<string, DavResponse>> {
  const hrefs = paths.map((path) => `<d:href>${escapeXml(path)}</d:href>`).join('');
  const body = `<c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><d:getetag/><c:calendar-data/></d:prop>${hrefs}</c:calendar-multiget>`;
  const limits = { bytes: ANSWER_BYTES };
  const asked = { method: 'REPORT', url, headers: { depth: '1' }, body, limits };
  try {
    const { responses } = await askDav(connection, asked);
    return new Map(responses.map((response) => [objectPath(url, response.href), response]));
  } catch (error) {
    return halved(connection, url, paths, error);
  }
}

/** Too much at once is asked for in halves, down to one; a server that cannot do it at all is asked one by one. */
async function halved(connection: Connection, url: string, paths: string[], error: unknown) {
  if (!(error instanceof OutsideProblem)) throw error;
  if (['forbidden', 'refused', 'no-calendar'].includes(error.code)) return new Map();
  if (error.code !== 'too-large' || paths.length < 2) throw error;
  const middle = Math.ceil(paths.length / 2);
  const first = await manyOrNone(connection, url, paths.slice(0, middle));
  const second = await manyOrNone(connection, url, paths.slice(middle));
  return new Map([...first, ...second]);
}

async function manyOrNone(connection: Connection, url: string, paths: string[]) {
  return paths.length > 1 ? askMany(connection, url, paths) : new Map<string, DavResponse>();
}
