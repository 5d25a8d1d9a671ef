import { isUtf8 } from 'node:buffer';
import type { Logo } from './logo.ts';
import { checkDrawing } from './check-drawing.ts';

export type Picture = Omit<Logo, 'hash'>;
/** Why it is no logo, in a sentence for whoever chose it. */
export type NoPicture = { refused: string };

const SMALLEST = 16;
const LARGEST = 2_000;

/**
 * What bytes are, whatever they were called: a PNG, JPEG, WebP or SVG of a size that a page can show. Pictures of
 * pixels are only measured; a drawing is read whole, because it could hold more than a drawing.
 */
export function readPicture(bytes: Buffer): Picture | NoPicture {
  if (bytes.length === 0) return { refused: 'This file is empty.' };
  const picture = png(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? drawing(bytes);
  if (picture === null) return { refused: 'This is no PNG, JPEG, WebP or SVG that can be read.' };
  return 'refused' in picture ? picture : withinReason(picture);
}

function withinReason(picture: Picture): Picture | NoPicture {
  const { width, height, kind } = picture;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (!(short > 0) || long / short > 12)
    return { refused: 'This picture is too long and thin: crop it to at most twelve times as wide as high.' };
  if (kind !== 'svg' && (short < SMALLEST || long > LARGEST))
    return { refused: 'A logo has from 16 to 2,000 pixels a side: make this picture another size.' };
  return picture;
}

function png(bytes: Buffer): Picture | null {
  if (bytes.subarray(0, 8).toString('latin1') !== '\u0089PNG\r\n\u001a\n' || bytes.length < 33) return null;
  if (bytes.subarray(12, 16).toString('latin1') !== 'IHDR') return null;
  const isFull = bytes[25] === 0 || bytes[25] === 2 || bytes[25] === 3;
  const seeThrough = !isFull || bytes.includes('tRNS');
  return { kind: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), seeThrough };
}

/** The frame's header comes after any number of other segments. */
function jpeg(bytes: Buffer): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const mark = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return null;
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { kind: 'jpg', width, height, seeThrough: false };
    }
  }
  return null;
}

function webp(bytes: Buffer): Picture | null {
  const word = (at: number): string => bytes.subarray(at, at + 4).toString('latin1');
  if (word(0) !== 'RIFF' || word(8) !== 'WEBP' || bytes.length < 30) return null;
  const made = (width: number, height: number, seeThrough: boolean): Picture => ({
    kind: 'webp',
    width,
    height,
    seeThrough,
  });
  if (word(12) === 'VP8X')
    return made(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, (bytes[20]! & 0x10) !== 0);
  if (word(12) === 'VP8L' && bytes[20] === 0x2f) {
    const packed = bytes.readUInt32LE(21);
    return made((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1, ((packed >>> 28) & 1) === 1);
  }
  if (word(12) !== 'VP8 ' || bytes.readUIntBE(23, 3) !== 0x9d012a) return null;
  return made(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff, false);
}

/** Text that begins like XML is held to be a drawing, so that what is wrong with it can be said. */
function drawing(bytes: Buffer): Picture | NoPicture | null {
  const text = isUtf8(bytes) ? bytes.toString('utf8').replace(/^\ufeff/, '') : '';
  if (!/^\s*<(\?xml|!--|!DOCTYPE\s+svg|([\w-]+:)?svg)/i.test(text)) return null;
  const checked = checkDrawing(text);
  return 'refused' in checked ? checked : { kind: 'svg', ...checked, seeThrough: true };
}
