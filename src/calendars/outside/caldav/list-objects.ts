import { OutsideProblem } from '../problem.ts';
import { askDav, type Connection } from './ask.ts';
import { propfind } from './collection.ts';
import { isGood, type DavResponse, type Multistatus } from './multistatus.ts';
import { objectPath } from './place.ts';
import { childOf, escapeXml, textOf } from './xml.ts';

/** What a server says has changed whenever anything in the calendar has. */
export interface CollectionState {
  token: string | null;
  ctag: string | null;
}

export interface Listed {
  etag: string | null;
  /** In bytes; null when the server does not say. */
  size: number | null;
}

/** Paths as `objectPath` writes them; null: no longer there. */
export type Listing = Map<string, Listed | null>;

const MOST_PAGES = 1_000;

export async function askState(connection: Connection, collection: string): Promise<CollectionState> {
  const asked = ['d:sync-token', 's:getctag', 'd:resourcetype'];
  const [here] = (await propfind(connection, collection, '0', asked)).responses;
  if (!here || (here.status !== null && !isGood(here.status)))
    throw new OutsideProblem('gone', 'the calendar is not named in the answer about it');
  return {
    token: textOf(here.props.get('{DAV:}sync-token')),
    ctag: textOf(here.props.get('{http://calendarserver.org/ns/}getctag')),
  };
}

/** Everything that stands in the calendar now. */
export async function listAll(connection: Connection, collection: string): Promise<Listing> {
  const asked = ['d:getetag', 'd:getcontentlength', 'd:resourcetype'];
  const { responses } = await propfind(connection, collection, '1', asked);
  if (!responses.some(({ status }) => status === 507)) return listingOf(collection, responses);
  const synced = await listSince(connection, collection, '');
  if (!synced) throw new OutsideProblem('too-large', 'the server lists only a part of the calendar');
  return synced.listing;
}

/**
 * RFC 6578: what changed since a token, page by page, and the token that comes next. Null when the server does not
 * want to say, be it because it forgot the token or because it cannot: then everything has to be listed.
 */
export async function listSince(
  connection: Connection,
  collection: string,
  since: string,
): Promise<{ listing: Listing; token: string } | null> {
  const listing: Listing = new Map();
  let token = since;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await askChanges(connection, collection, token).catch(undefinedIfRefused);
    if (!answer?.syncToken) return null;
    for (const [path, listed] of listingOf(collection, answer.responses)) listing.set(path, listed);
    const isCut = answer.responses.some(({ status }) => status === 507);
    if (!isCut) return { listing, token: answer.syncToken };
    // A page that leads nowhere would be asked for ever.
    if (answer.syncToken === token) return null;
    token = answer.syncToken;
  }
  throw new OutsideProblem('too-large', 'the list of changes has no end');
}

async function askChanges(connection: Connection, url: string, token: string): Promise<Multistatus> {
  const body = `<d:sync-collection xmlns:d="DAV:"><d:sync-token>${escapeXml(token)}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/><d:getcontentlength/><d:resourcetype/></d:prop></d:sync-collection>`;
  return askDav(connection, { method: 'REPORT', url, headers: { depth: '0' }, body });
}

/** Servers refuse a token that they forgot with 403, 409, 410, 412 and with a 500 of their own. */
function undefinedIfRefused(error: unknown): undefined {
  const passable = ['forbidden', 'refused', 'gone', 'changed', 'no-calendar', 'server'];
  if (error instanceof OutsideProblem && passable.includes(error.code)) return undefined;
  throw error;
}

function listingOf(collection: string, responses: DavResponse[]): Listing {
  const here = objectPath(collection, collection);
  const listing: Listing = new Map();
  for (const response of responses) {
    const path = objectPath(collection, response.href);
    if (path !== here && !isFolder(path, response)) listing.set(path, listedOf(response));
  }
  return listing;
}

function isFolder(path: string, { props }: DavResponse): boolean {
  return path.endsWith('/') || childOf(props.get('{DAV:}resourcetype'), '{DAV:}collection') !== undefined;
}

/** What refuses to tell its ETag is there all the same: it is fetched, and says then what is wrong. */
function listedOf({ status, props }: DavResponse): Listed | null {
  if (status === 404 || status === 410) return null;
  const size = Number.parseInt(textOf(props.get('{DAV:}getcontentlength')) ?? '', 10);
  return { etag: textOf(props.get('{DAV:}getetag')), size: Number.isNaN(size) ? null : size };
}
