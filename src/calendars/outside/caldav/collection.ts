import type { RemoteCalendar } from '../provider.ts';
import { askDav, type Connection } from './ask.ts';
import type { DavResponse } from './multistatus.ts';
import { namedPlace } from './place.ts';
import { childOf, textOf, type XmlElement } from './xml.ts';

/** A place of a server, asked what it is. */
export interface Collection {
  url: string;
  props: DavResponse['props'];
}

const NAMESPACES =
  'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/" xmlns:a="http://apple.com/ns/ical/"';
const CALDAV = '{urn:ietf:params:xml:ns:caldav}';
const APPLE = '{http://apple.com/ns/ical/}';

const ASKED = [
  'd:resourcetype',
  'd:displayname',
  'd:current-user-principal',
  'd:current-user-privilege-set',
  'c:calendar-home-set',
  'c:supported-calendar-component-set',
  'c:calendar-timezone',
  'c:calendar-timezone-id',
  'c:schedule-default-calendar-URL',
  'a:calendar-color',
];

/** PROPFIND: the place itself, or with depth 1 what stands in it as well. */
export async function askCollections(
  connection: Connection,
  url: string,
  depth: '0' | '1',
): Promise<Collection[]> {
  const { responses, url: answered } = await propfind(connection, url, depth, ASKED);
  return responses.map(({ href, props }) => ({
    url: namedPlace(connection.account.url, answered, href),
    props,
  }));
}

export async function propfind(connection: Connection, url: string, depth: '0' | '1', props: string[]) {
  const asked = props.map((name) => `<${name}/>`).join('');
  const body = `<d:propfind ${NAMESPACES}><d:prop>${asked}</d:prop></d:propfind>`;
  return askDav(connection, { method: 'PROPFIND', url, headers: { depth }, body });
}

/** The hrefs inside one of its properties. */
export function hrefsIn(collection: Collection, property: string): string[] {
  const hrefs = collection.props.get(property)?.children.filter(({ name }) => name === '{DAV:}href') ?? [];
  return hrefs.flatMap((href) => textOf(href) ?? []);
}

export function isCalendar({ props }: Collection): boolean {
  if (!childOf(props.get('{DAV:}resourcetype'), `${CALDAV}calendar`)) return false;
  const kinds = props.get(`${CALDAV}supported-calendar-component-set`)?.children ?? [];
  const names = kinds.map(({ attributes }) => attributes.get('name')?.toUpperCase());
  return names.length === 0 || names.includes('VEVENT');
}

export function remoteCalendar(collection: Collection, isMain: boolean): RemoteCalendar {
  const { url, props } = collection;
  return {
    remoteId: url,
    name: textOf(props.get('{DAV:}displayname'))?.slice(0, 200) ?? lastWord(url),
    colour: colourOf(props.get(`${APPLE}calendar-color`)),
    timeZone: zoneOf(props),
    readOnly: !mayWrite(collection),
    isMain,
  };
}

/** Who does not say what one may do is believed to let one write; the first writing shows. */
export function mayWrite({ props }: Collection): boolean {
  const set = props.get('{DAV:}current-user-privilege-set');
  if (!set) return true;
  const rights = set.children.flatMap((privilege) => privilege.children.map(({ name }) => name));
  return rights.some((name) =>
    ['{DAV:}all', '{DAV:}write', '{DAV:}write-content', '{DAV:}bind'].includes(name),
  );
}

function lastWord(url: string): string {
  const word = new URL(url).pathname.split('/').findLast((segment) => segment !== '') ?? '';
  return decodeURIComponent(word) || new URL(url).hostname;
}

/** Apple writes #rrggbbaa. */
function colourOf(element: XmlElement | undefined): string | null {
  const hex = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(textOf(element) ?? '')?.[1];
  return hex ? `#${hex.toLowerCase()}` : null;
}

function zoneOf(props: DavResponse['props']): string | null {
  const named = textOf(props.get(`${CALDAV}calendar-timezone-id`));
  const written = textOf(props.get(`${CALDAV}calendar-timezone`)) ?? '';
  const lines = [...written.matchAll(/^(?:TZID|X-LIC-LOCATION)(?:;[^:]*)?:(.+)$/gim)].map(([, name]) => name);
  return [named, ...lines].map((name) => knownZone(name ?? '')).find((zone) => zone !== null) ?? null;
}

/** Some put something before the IANA name: /freeassociation.sourceforge.net/Europe/Paris. */
function knownZone(name: string): string | null {
  const trimmed = name.trim().replace(/^\/.*?\/(?=[A-Z][A-Za-z_]+\/)/, '');
  try {
    return /^[A-Z][A-Za-z_+-]+\/|^UTC$/.test(trimmed) && Intl.DateTimeFormat('en', { timeZone: trimmed })
      ? trimmed
      : null;
  } catch {
    return null;
  }
}
