/** Bodies made small on the way, as the browser takes them (docs/decisions/0018). */
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { encodingFrom, type Encoding } from '#platform/http/accept-encoding.ts';
import type { Asset } from './assets.ts';
import type { PageContext } from './send-page.ts';

export type Packed = { body: Uint8Array<ArrayBuffer>; encoding: Encoding };

/** What packing takes less than it gives. */
const WORTH_BYTES = 1_000;

/**
 * A page, packed anew for each request: zstd first, which takes a tenth of a millisecond. Null where the browser
 * takes nothing, and for whoever brings a cookie: there a length could tell something about what is inside.
 */
export function packPage(c: PageContext, page: string): Packed | null {
  if (c.req.header('cookie') !== undefined || page.length < WORTH_BYTES) return null;
  const encoding = encodingFrom(c.req.header('accept-encoding'), ['zstd', 'gzip', 'br']);
  return encoding === undefined ? null : { encoding, body: quickly[encoding](page) };
}

/** A file of the pages, packed as small as can be, once. */
export function packAsset(c: PageContext, asset: Asset): Packed | null {
  if (asset.body.length < WORTH_BYTES) return null;
  const encoding = encodingFrom(c.req.header('accept-encoding'), ['br', 'zstd', 'gzip']);
  if (encoding === undefined) return null;
  const packed = (asset.packed ??= {});
  return { encoding, body: (packed[encoding] ??= thoroughly[encoding](asset.body)) };
}

type Way = Record<Encoding, (text: string) => Packed['body']>;

const quickly: Way = {
  zstd: (text) => zstdCompressSync(text),
  gzip: (text) => gzipSync(text),
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

const thoroughly: Way = {
  zstd: (text) => zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
  gzip: (text) => gzipSync(text, { level: 9 }),
  br: (text) => brotliCompressSync(text),
};
