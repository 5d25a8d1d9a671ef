export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  depth: number;
}

type Read = { tags: Tag[]; styles: string[] };

const PIECE =
  /<!--(?:(?!--)[^])*-->|<\?([^?]*)\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Read as UTF-8 here, so a browser must be told nothing else. */
const DECLARATION =
  /^xml\s+version\s*=\s*["']1\.\d["'](\s+encoding\s*=\s*["']utf-8["'])?(\s+standalone\s*=\s*["'](yes|no)["'])?\s*$/i;
const KNOWN: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The elements of well-formed XML in their order, and the text of each of its styles (whatever comments part it), with the five known entities and numbers
 * resolved. Null where it is not well-formed or holds instructions: what this reader and a browser could read
 * differently is not read at all. `unknown`: an entity that nobody declared here.
 */
export function readTags(text: string): Read | { unknown: string } | null {
  const open: string[] = [];
  const read: Read = { tags: [], styles: [] };
  PIECE.lastIndex = 0;
  let at = 0;
  for (; at < text.length; at = PIECE.lastIndex) {
    const piece = PIECE.exec(text);
    if (piece === null) return null;
    const [whole, instruction, closed, name, attributes = '', ends] = piece;
    if (instruction !== undefined && !(at === 0 && DECLARATION.test(instruction))) return null;
    if (closed !== undefined && open.pop() !== closed) return null;
    if (name !== undefined) {
      if (open.length === 0 && read.tags.length > 0) return null;
      if (open.at(-1) === 'style') return null;
      const tag = tagOf(name, attributes, open.length);
      if (tag === null) return null;
      if ('unknown' in tag) return tag;
      read.tags.push(tag);
      if (name === 'style') read.styles.push('');
      if (ends === '') open.push(name);
    } else if (!whole.startsWith('<')) {
      const said = resolved(whole);
      if (said === null) return { unknown: whole };
      if (open.length === 0 && said.trim() !== '') return null;
      if (open.at(-1) === 'style') read.styles[read.styles.length - 1] += said;
    }
  }
  return open.length === 0 && read.tags.length > 0 ? read : null;
}

function tagOf(name: string, written: string, depth: number): Tag | { unknown: string } | null {
  const attributes = new Map<string, string>();
  for (const [, attribute = '', quoted, single = ''] of written.matchAll(ATTRIBUTE)) {
    const value = resolved(quoted ?? single);
    if (value === null) return { unknown: quoted ?? single };
    if (attributes.has(attribute)) return null;
    attributes.set(attribute, value);
  }
  return { name, attributes, depth };
}

/** Text with its entities resolved once; null when one is not known. */
function resolved(text: string): string | null {
  let isKnown = true;
  const plain = text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([^;&\s]*));?/gi,
    (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined && code <= 0x10ffff && whole.endsWith(';')) return String.fromCodePoint(code);
      const letter =
        whole.endsWith(';') && Object.hasOwn(KNOWN, String(name)) ? KNOWN[String(name)] : undefined;
      if (letter === undefined) isKnown = false;
      return letter ?? '';
    },
  );
  return isKnown ? plain : null;
}
