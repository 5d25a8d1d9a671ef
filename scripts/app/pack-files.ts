import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

const WORTH_PACKING = /\.(js|css|svg)$/;

/** Beside every script and sheet of a build, its packed forms: packed once here instead of for every reader. */
export function packFiles(): Plugin {
  let folder = '';
  return {
    name: 'pack-files',
    apply: 'build',
    configResolved: ({ root, build }: ResolvedConfig) => {
      folder = resolve(root, build.outDir, build.assetsDir);
    },
    closeBundle: () => {
      // A build that failed has written nothing, and its own error is the one to read.
      if (!existsSync(folder)) return;
      const names = readdirSync(folder).filter((name) => WORTH_PACKING.test(name));
      for (const name of names) pack(join(folder, name));
    },
  };
}

function pack(path: string): void {
  if (statSync(path).size < 1000) return;
  const plain = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params }));
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
}
