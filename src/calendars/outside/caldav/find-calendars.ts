import { OutsideProblem } from '../problem.ts';
import type { RemoteCalendar } from '../provider.ts';
import type { Connection } from './ask.ts';
import {
  askCollections,
  hrefsIn,
  isCalendar,
  mayWrite,
  remoteCalendar,
  type Collection,
} from './collection.ts';
import { namedPlace, typedUrl } from './place.ts';

const CALDAV = '{urn:ietf:params:xml:ns:caldav}';

/** Where calendars are when neither the address nor the well-known place tells: Nextcloud and Baïkal, some others. */
const BELOW = ['remote.php/dav/', 'dav.php/'];
const USUAL = ['/.well-known/caldav', '/', '/remote.php/dav/', '/dav.php/', '/dav/'];

/** From any address of an account, be it of the server, the person, all calendars or one (RFC 6764, 5). */
export async function findCalendars(connection: Connection): Promise<RemoteCalendar[]> {
  const start = typedUrl(connection.account.url);
  const folder = start.endsWith('/') ? start : `${start}/`;
  const below = BELOW.map((path) => new URL(path, folder).href);
  const places = USUAL.map((path) => new URL(path, start).href);
  const refusals: OutsideProblem[] = [];
  for (const place of new Set([start, ...below, ...places])) {
    try {
      const found = await calendarsFrom(connection, place);
      if (found.length > 0) return found;
    } catch (error) {
      refusals.push(passable(error));
    }
  }
  throw tellingOf(refusals);
}

async function calendarsFrom(connection: Connection, place: string): Promise<RemoteCalendar[]> {
  const [here] = await askCollections(connection, place, '0');
  if (!here) return [];
  if (isCalendar(here)) return [remoteCalendar(here, true)];
  const homes = await homesFrom(connection, here);
  const found: Collection[] = [];
  for (const home of homes.length > 0 ? homes : [here.url])
    found.push(...(await askCollections(connection, home, '1')));
  return told(found);
}

async function homesFrom(connection: Connection, here: Collection): Promise<string[]> {
  const own = homesOf(connection, here);
  if (own.length > 0) return own;
  const principal = here.props.get('{DAV:}current-user-principal');
  if (principal?.children.some(({ name }) => name === '{DAV:}unauthenticated'))
    throw new OutsideProblem('sign-in', 'the server does not know who we are');
  const [href] = hrefsIn(here, '{DAV:}current-user-principal');
  if (href === undefined) return [];
  const place = namedPlace(connection.account.url, here.url, href);
  const [person] = await askCollections(connection, place, '0');
  return person ? homesOf(connection, person) : [];
}

function homesOf({ account }: Connection, collection: Collection): string[] {
  return hrefsIn(collection, `${CALDAV}calendar-home-set`).map((href) =>
    namedPlace(account.url, collection.url, href),
  );
}

/** The main one: which the service calls so for invitations, else the first that can be written. */
function told(found: Collection[]): RemoteCalendar[] {
  const calendars = [...new Map(found.filter(isCalendar).map((one) => [one.url, one])).values()];
  const named = found.flatMap((one) =>
    hrefsIn(one, `${CALDAV}schedule-default-calendar-URL`).map((href) => new URL(href, one.url).pathname),
  );
  const isNamed = ({ url }: Collection) => named.includes(new URL(url).pathname);
  const main = calendars.find(isNamed) ?? calendars.find(mayWrite) ?? calendars[0];
  return calendars.map((one) => remoteCalendar(one, one === main));
}

/** What may be so at one place and not at the next; anything else ends the search. */
function passable(error: unknown): OutsideProblem {
  if (!(error instanceof OutsideProblem)) throw error;
  if (['unreachable', 'timeout', 'wait', 'sign-in'].includes(error.code)) throw error;
  return error;
}

/** What the typed address itself says counts first: the others are our own guesses. */
function tellingOf([typed, ...guessed]: OutsideProblem[]): OutsideProblem {
  if (typed && ['address', 'forbidden', 'server', 'too-large'].includes(typed.code)) return typed;
  const elsewhere = guessed.find(({ code }) => code === 'address');
  return elsewhere ?? new OutsideProblem('no-calendar', 'no calendar was found there');
}
