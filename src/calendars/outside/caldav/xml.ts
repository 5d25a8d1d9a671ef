import { createRequire } from 'node:module';
import { OutsideProblem } from '../problem.ts';

/** An element with its name in the manner of James Clark: `{DAV:}href`, whatever prefix the server chose. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** Its own text and CDATA, without that of its children. */
  text: string;
}

interface QualifiedTag {
  uri: string;
  local: string;
  attributes: Record<string, { local: string; value: string }>;
}

interface Parser {
  write(text: string): Parser;
  close(): Parser;
}

/** It brings no types; this is what is used of it: strict, with namespaces. */
const sax = createRequire(import.meta.url)('sax') as {
  parser(strict: true, options: { xmlns: true; position: false }): Parser;
};

const MOST_DEPTH = 64;
const MOST_ELEMENTS = 500_000;

/** Reads what a stranger sent: a DOCTYPE, and with it every entity of its own, is refused (ABUSE 31). */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  if (!/^\s*</.test(text)) throw new OutsideProblem('no-calendar', 'the answer is no XML');
  try {
    parseInto(root, text);
  } catch (error) {
    throw error instanceof OutsideProblem ? error : unreadable(text, error);
  }
  const [top] = root.children;
  if (!top) throw new OutsideProblem('no-calendar', 'the answer is an empty XML');
  return top;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function textOf(element: XmlElement | undefined): string | null {
  return element?.text.trim() || null;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function parseInto(root: XmlElement, text: string): void {
  const parser = sax.parser(true, { xmlns: true, position: false });
  const open = [root];
  let elements = 0;
  const add = (piece: string) => void ((open.at(-1) ?? root).text += piece);
  Object.assign(parser, {
    onopentag: ({ uri, local, attributes }: QualifiedTag) => {
      if (++elements > MOST_ELEMENTS || open.length > MOST_DEPTH)
        throw new OutsideProblem('too-large', 'the answer has too many elements');
      const named = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
      const element = { name: `{${uri}}${local}`, attributes: new Map(named), children: [], text: '' };
      (open.at(-1) ?? root).children.push(element);
      open.push(element);
    },
    onclosetag: () => open.pop(),
    ontext: add,
    oncdata: add,
    ondoctype: () => {
      throw new OutsideProblem('no-calendar', 'the answer has a DOCTYPE');
    },
    onerror: (error: Error) => {
      throw error;
    },
  });
  parser.write(text).close();
}

/** Half an answer may be whole the next time; a page for people stays one. */
function unreadable(text: string, cause: unknown): OutsideProblem {
  if (/<html[\s>]/i.test(text.slice(0, 2_000)))
    return new OutsideProblem('no-calendar', 'a web page answered', { cause });
  return new OutsideProblem('server', 'the answer is damaged XML', { cause });
}
