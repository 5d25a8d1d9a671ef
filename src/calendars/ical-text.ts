import ICAL from 'ical.js';

const MOST_OCTETS = 75;

/**
 * A calendar as it is sent: CRLF, lines broken after at most 75 octets and never within a character (RFC 5545,
 * 3.1). The library's own folding forgets the space that begins a continued line, and so writes 76.
 */
export function calendarFile(calendar: ICAL.Component): string {
  return `${contentLines(calendar.jCal as JCal)
    .map(folded)
    .join('\r\n')}\r\n`;
}

/** How the library keeps a component: its name, its properties, and the components within. */
type JCal = [name: string, properties: unknown[][], components: JCal[]];

function contentLines([name, properties, components]: JCal): string[] {
  const unfolded = properties.map((one) => ICAL.stringify.property(one, ICAL.design.icalendar, true));
  const within = components.flatMap(contentLines);
  return [`BEGIN:${name.toUpperCase()}`, ...unfolded, ...within, `END:${name.toUpperCase()}`];
}

export function folded(line: string): string {
  const octets = Buffer.byteLength(line);
  if (octets <= MOST_OCTETS) return line;
  return octets === line.length ? brokenText(line) : brokenCharacters(line);
}

/** Every character is one octet. */
function brokenText(line: string): string {
  const pieces = [line.slice(0, MOST_OCTETS)];
  for (let at = MOST_OCTETS; at < line.length; at += MOST_OCTETS - 1) {
    pieces.push(` ${line.slice(at, at + MOST_OCTETS - 1)}`);
  }
  return pieces.join('\r\n');
}

function brokenCharacters(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
