import { isUtf8 } from 'node:buffer';

export interface Decoded {
  text: string;
  encoding: string;
  /** Nothing in the bytes says so: it is what spreadsheets write that do not write UTF-8. */
  guessed: boolean;
}

/** A spreadsheet, a picture, an archive: there is a byte that no text has, and no mark that explains it. */
export function isNoText(bytes: Uint8Array): boolean {
  return !MARKS.some((one) => isMarked(bytes, one)) && bytes.subarray(0, LOOKED_AT).includes(0);
}

const LOOKED_AT = 100_000;

/** The text of a file: UTF-8, UTF-16 by its mark, or else what spreadsheets on Windows write. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = MARKS.find((one) => isMarked(bytes, one));
  const known = marked?.encoding ?? (isUtf8(bytes) ? 'utf-8' : undefined);
  const encoding = known ?? legacyOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: known === undefined };
}

const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

function isMarked(bytes: Uint8Array, { mark }: (typeof MARKS)[number]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** ą, ś, ź, ł and ż stand in windows-1250 where windows-1252 has signs that hardly stand between letters. */
function legacyOf(bytes: Uint8Array): string {
  const polish = [0xb9, 0x9c, 0x9f, 0xb3, 0xbf, 0xa3, 0xaf, 0x8c, 0x8f];
  const letter = (byte = 0) => (byte | 32) >= 97 && (byte | 32) <= 122;
  let central = 0;
  for (const [at, byte] of bytes.entries()) {
    if (polish.includes(byte) && (letter(bytes[at - 1]) || letter(bytes[at + 1]))) central++;
  }
  return central > 0 ? 'windows-1250' : 'windows-1252';
}
