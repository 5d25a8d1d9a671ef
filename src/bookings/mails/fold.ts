const MOST_OCTETS = 75;

/**
 * Content lines of iCalendar broken after at most 75 octets and never within a character (RFC 5545, 3.1). The
 * library's own folding forgets the space that begins a continued line, and so writes 76.
 */
export function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
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
