import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/**
 * A browser's script as one file, so that a slow line asks once: types are taken out, and what is imported from the
 * same folder stands before what imports it. No two of its files may use one name.
 */
export function oneScript(folder: URL, name: string): string {
  const seen = new Set<string>();
  const inline = (one: string): string => {
    if (seen.has(one)) return '';
    seen.add(one);
    const plain = stripTypeScriptTypes(readFileSync(new URL(`${one}.ts`, folder), 'utf8'));
    const before = [...plain.matchAll(ourImport)].map(([, other = '']) => inline(other));
    return [...before, plain.replaceAll(ourImport, '').replaceAll(/^export (?=\w)/gm, '')].join('');
  };
  return withoutRemarks(inline(name));
}

const ourImport = /^import \{[^}]*\} from '\.\/([\w-]+)\.ts';\n/gm;

/** Comments, empty lines and indents go: this is read by browsers, the source by people. */
export function withoutRemarks(code: string): string {
  return code.replaceAll(/^\s*(\/\*[^]*?\*\/|\/\/.*)?\s*\n/gm, '').replaceAll(/^[ \t]+|[ \t]+$/gm, '');
}
