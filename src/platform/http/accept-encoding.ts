/** Ways to pack a body that browsers of today may take. */
export type Encoding = 'br' | 'zstd' | 'gzip';

/** The first of the ways, best first, that an Accept-Encoding header takes; undefined where it takes none. */
export function encodingFrom(header: string | undefined, ways: readonly Encoding[]): Encoding | undefined {
  if (header === undefined) return undefined;
  const taken = new Map(header.slice(0, 300).toLowerCase().split(',').map(weighed));
  const others = taken.get('*') ?? false;
  return ways.find((way) => taken.get(way) ?? others);
}

/** 'br;q=0' says that it is not taken. */
function weighed(part: string): [name: string, taken: boolean] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, weight === undefined || Number(weight.slice(2)) > 0];
}
