import { createHash } from 'node:crypto';
import type { RemoteObject } from '../provider.ts';
import type { EventText } from './split-file.ts';

/**
 * The events of a file as objects, by href: one recurring event with its days told anew is one. The etag changes when
 * the event does; DTSTAMP does not count, which some servers set to the moment they are asked.
 */
export function fileObjects(events: readonly EventText[]): Map<string, FileObject> {
  const byUid = Map.groupBy(events, ({ uid, text }) => uid || digest(stable(text)));
  const objects = [...byUid].flatMap(([uid, group]) => objectsOf(uid, group));
  return new Map(objects.map((object) => [object.href, object]));
}

export type FileObject = RemoteObject & { etag: string; text: string };

/** Careless files give one UID to several events: none may hide behind another. Equal ones are one. */
function objectsOf(uid: string, events: EventText[]): FileObject[] {
  const [first, ...others] = events.filter(({ isOverride }) => !isOverride);
  const overrides = events.filter(({ isOverride }) => isOverride);
  const main = objectOf(digest(uid), uid, first ? [first, ...overrides] : overrides);
  return [main, ...others.map((event) => objectOf(digest(`${uid}\n${stable(event.text)}`), uid, [event]))];
}

function objectOf(href: string, uid: string, events: EventText[]): FileObject {
  const own = events.map(({ uid: told, text }) => (told ? text : withUid(text, uid)));
  const text = [HEAD, ...zonesOf(events), ...own, 'END:VCALENDAR\r\n'].join('');
  return { href, etag: digest(stable(text)), text };
}

const HEAD = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rondo//Subscription//EN\r\n';

function withUid(text: string, uid: string): string {
  return text.replace(/^[^\n]*\n/, (begin) => `${begin}UID:${uid}\r\n`);
}

/** The definitions of the time zones that the events name. */
function zonesOf(events: EventText[]): string[] {
  const found = new Map<string, string>();
  for (const { text, zones } of events) {
    for (const [, name = ''] of text.matchAll(/;TZID="?([^":;\r\n]+)/gi)) {
      const zone = zones.get(name);
      if (zone !== undefined) found.set(name, zone);
    }
  }
  return [...found.values()];
}

function stable(text: string): string {
  return text.replace(/^DTSTAMP[;:][^\n]*\n/gim, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
