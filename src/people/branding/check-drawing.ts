import { readTags, type Tag } from './read-tags.ts';

type Checked = { width: number; height: number } | { refused: string };

/** Shapes, words and paint. What moves, links, loads, runs or holds a page is not among them. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop pattern clipPath mask marker style switch filter feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode ' +
    'feMorphology feOffset feDropShadow'
  ).split(' '),
);
const MOST_ELEMENTS = 5_000;
const DEEPEST = 60;
/** Copies of copies: each one more doubles what a browser draws. */
const MOST_COPIES = 16;
const SVG = 'http://www.w3.org/2000/svg';

const RUNS = 'This SVG holds a script or reacts to a click: export it again as a plain drawing.';
const LOADS =
  'This SVG loads something from elsewhere: export it again with everything in it and text as paths.';
const FOREIGN = 'This SVG holds more than a drawing: export it again as plain SVG.';
const HEAVY = 'This SVG is too complex for a logo: simplify it, or use a PNG.';
const BROKEN = 'This SVG is broken: export it again.';
const ENTITIES = 'This SVG declares a document type or entities: export it again as plain SVG without them.';

/**
 * A drawing that cannot be anything else, and the frame it has; else why not. It is refused rather than mended: what
 * is shown is what was uploaded. Nothing outside the list above gets by, whatever namespace it hides in.
 */
export function checkDrawing(text: string): Checked {
  if (/<!(DOCTYPE|ENTITY|\[CDATA\[)/i.test(text)) return { refused: ENTITIES };
  const read = readTags(text);
  if (read === null) return { refused: BROKEN };
  if ('unknown' in read) return { refused: ENTITIES };
  const { tags, styles } = read;
  const [root] = tags;
  if (root?.name !== 'svg' || root.attributes.get('xmlns') !== SVG) return { refused: namedAs(root) };
  const copies = tags.filter(({ name }) => name === 'use').length;
  if (tags.length > MOST_ELEMENTS || tags.some(({ depth }) => depth > DEEPEST) || copies > MOST_COPIES)
    return { refused: HEAVY };
  const fault = tags.map(faultOf).find((one) => one !== null);
  if (fault) return { refused: fault };
  if (styles.some(reachesOut)) return { refused: LOADS };
  return frameOf(root);
}

/** A page that begins like a drawing is no drawing. */
function namedAs(root: Tag | undefined): string {
  return root && /(^|:)script$/i.test(root.name) ? RUNS : FOREIGN;
}

function faultOf({ name, attributes }: Tag): string | null {
  if (/(^|:)(script|handler|listener|set|animate\w*)$/i.test(name)) return RUNS;
  if (/(^|:)(image|feImage|a)$/i.test(name)) return LOADS;
  if (!ELEMENTS.has(name)) return FOREIGN;
  for (const [attribute, value] of attributes) {
    const own = attribute.split(':').at(-1)!.toLowerCase();
    if (own.startsWith('on') || /^\s*(javascript|data|vbscript)\s*:/i.test(value)) return RUNS;
    if (own === 'base' || (own === 'href' && !/^#[\w.:-]+$/.test(value))) return LOADS;
    if (own === 'src' || (!isNamespace(attribute) && reachesOut(value))) return LOADS;
  }
  return null;
}

const isNamespace = (attribute: string): boolean => attribute === 'xmlns' || attribute.startsWith('xmlns:');

/**
 * `url(#paint)` points into the drawing itself; every other way out of a style is closed, escaped ones too. Read with
 * and without its comments: what looks like one inside quotes is none.
 */
function reachesOut(style: string): boolean {
  return [style, style.replaceAll(/\/\*[^]*?\*\//g, '')].some((read) =>
    /url\s*\(|@import|@font-face|image-set|\bimage\s*\(|\bsrc\s*\(|expression\s*\(|\\/i.test(
      read.replaceAll(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, ''),
    ),
  );
}

/** The size a drawing asks for, else the frame it is drawn in; a square where it says neither. */
function frameOf({ attributes }: Tag): Checked {
  const [, , across = NaN, down = NaN] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = across > 0 ? across : lengthOf(attributes.get('width'));
  const height = down > 0 ? down : lengthOf(attributes.get('height'));
  if (!(width > 0) || !(height > 0))
    return { refused: 'This SVG does not say how large it is: give it a viewBox.' };
  const scale = 100 / Math.max(width, height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

const lengthOf = (text = ''): number =>
  /^\d*\.?\d+(px|pt|mm|cm|in)?$/.test(text.trim()) ? parseFloat(text) : NaN;
