import type { IncomingMessage } from 'node:http';
import { pipeline, Transform, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutwardFault } from './outward.ts';

/** The unpacked text of an answer. A few bytes that unpack to gigabytes are left as soon as they pass the limit. */
export async function readText(message: IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  const arriving = meter(mostBytes);
  const unpacking = unpackersOf(message.headers['content-encoding'] ?? '');
  const streams = [arriving, ...unpacking.map((make) => make()), meter(mostBytes)];
  const unpacked = pipeline([message, ...streams], () => {}) as unknown as AsyncIterable<Buffer>;
  try {
    for await (const chunk of unpacked) chunks.push(chunk);
  } catch (error) {
    // An answer without a body (HEAD, 304) may still say how it would have been packed.
    const isEmpty = arriving.passed() === 0 && (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    if (!isEmpty) throw error;
  }
  return decode(Buffer.concat(chunks), message.headers['content-type'] ?? '');
}

function meter(mostBytes: number): Transform & { passed: () => number } {
  let passed = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      done(passed > mostBytes ? tooLarge() : null, chunk);
    },
  });
  return Object.assign(stream, { passed: () => passed });
}

function tooLarge(): OutwardFault {
  return new OutwardFault('too-large', 'This server answers with more than can be read here.');
}

const UNPACKERS = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** What was packed last is unpacked first. Nobody packs three times but to harm. */
function unpackersOf(contentEncoding: string): (() => Duplex)[] {
  const named = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const known = named.map((name) => UNPACKERS.get(name)).filter((make) => make !== undefined);
  if (known.length < named.length || named.length > 2) {
    throw new OutwardFault('unreachable', 'This server packs its answer in a way that cannot be read here.');
  }
  return known.toReversed();
}

/** UTF-8 unless the server says otherwise; a byte order mark is no text. */
function decode(bytes: Buffer, contentType: string): string {
  const named = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
