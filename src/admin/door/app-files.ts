/** What `vite build` left in dist/admin, read once. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { encodingFrom } from '#platform/http/accept-encoding.ts';

const dist = new URL('../../../dist/admin/', import.meta.url);

export interface AppFile {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  encoding: 'br' | 'gzip' | null;
}

export function isBuilt(): boolean {
  return existsSync(new URL('app.html', dist));
}

/** The page as it was built, without what belongs to a reader. */
export function builtPage(): string {
  return readFileSync(new URL('app.html', dist), 'utf8');
}

/** The built file that carries a module of the source, such as 'words/catalogue-en.ts'; null when none does. */
export function builtName(source: string): string | null {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Manifest;
  return manifest[source]?.file ?? null;
}

type Manifest = Record<string, { file: string }>;

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A file of the app in the best form this browser reads; null for a name that was not built. */
export function appFile(name: string, acceptEncoding: string): AppFile | null {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (!type || !names().has(name)) return null;
  const forms = (['br', 'gzip'] as const).filter((form) => hasForm(name, form));
  const packed = encodingFrom(acceptEncoding, forms) as keyof typeof ENDINGS | undefined;
  const path = packed ? `${name}.${ENDINGS[packed]}` : name;
  return {
    body: new Uint8Array(readFileSync(new URL(`assets/${path}`, dist))),
    type,
    encoding: packed ?? null,
  };
}

const ENDINGS = { br: 'br', gzip: 'gz' } as const;

function hasForm(name: string, form: keyof typeof ENDINGS): boolean {
  return names().has(`${name}.${ENDINGS[form]}`);
}

let known = { at: 0, names: new Set<string>() };

/** A name is looked up, never put into a path unseen. Read again when the app was built anew. */
function names(): Set<string> {
  const page = new URL('app.html', dist);
  const at = statSync(page, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (at !== known.at) known = { at, names: new Set(at > 0 ? readdirSync(new URL('assets/', dist)) : []) };
  return known.names;
}
