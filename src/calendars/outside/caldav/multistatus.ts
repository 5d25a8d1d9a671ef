import { OutsideProblem } from '../problem.ts';
import { childOf, readXml, textOf, type XmlElement } from './xml.ts';

/** What a server says about one of its places. */
export interface DavResponse {
  /** As it came: absolute or not, escaped or not. */
  href: string;
  /** Of the place as a whole; null where only its properties have one. */
  status: number | null;
  /** Only those that the server really gave, by Clark name. */
  props: ReadonlyMap<string, XmlElement>;
}

export interface Multistatus {
  responses: DavResponse[];
  syncToken: string | null;
}

export function readMultistatus(text: string): Multistatus {
  const root = readXml(text);
  if (root.name !== '{DAV:}multistatus')
    throw new OutsideProblem('no-calendar', `the answer is no multistatus but ${root.name}`);
  return {
    responses: root.children.filter(({ name }) => name === '{DAV:}response').flatMap(readResponse),
    syncToken: textOf(childOf(root, '{DAV:}sync-token')),
  };
}

/** RFC 4918, 14.24: several hrefs may share one status. */
function readResponse(response: XmlElement): DavResponse[] {
  const status = readStatus(response);
  const props = new Map(
    response.children
      .filter(({ name }) => name === '{DAV:}propstat')
      .filter((propstat) => isGood(readStatus(propstat) ?? 200))
      .flatMap((propstat) => childOf(propstat, '{DAV:}prop')?.children ?? [])
      .map((prop) => [prop.name, prop]),
  );
  const hrefs = response.children.filter(({ name }) => name === '{DAV:}href').map(({ text }) => text.trim());
  return hrefs.map((href) => ({ href, status, props }));
}

function readStatus(element: XmlElement): number | null {
  const line = textOf(childOf(element, '{DAV:}status'));
  const code = /^\S+\s+(\d{3})\b/.exec(line ?? '')?.[1];
  return code ? Number(code) : null;
}

export function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}
