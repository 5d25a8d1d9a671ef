import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Asset } from '#booking-page/assets.ts';
import { oneScript, withoutRemarks } from '#booking-page/one-script.ts';

export type EmbedScript = Asset & { tag: string };

/** The script that websites load as `/embed.js`; its tag changes with it. */
export function embedScript(): EmbedScript {
  return (made ??= make());
}

let made: EmbedScript | undefined;

/** Shut in a function: the names of a website are its own. */
function make(): EmbedScript {
  const here = new URL('./', import.meta.url);
  const rules = withoutRemarks(readFileSync(new URL('look.css', here), 'utf8'))
    .replaceAll(/\s*([{};:,])\s*/g, '$1')
    .replaceAll(';}', '}');
  const script = squeezed(oneScript(here, 'embed')).replace("'look.css'", () => JSON.stringify(rules));
  const body = `(()=>{'use strict';${script}})();\n`;
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
  return { body, type: 'text/javascript; charset=utf-8', tag: `W/"${hash}"` };
}

/** Without the blanks that no engine needs: outside of quotes, beside a sign. Every statement of ours ends in one. */
function squeezed(code: string): string {
  const parts = code.split(/('(?:\\.|[^'\\])*'|`[^`]*`)/);
  const squeeze = (part: string): string =>
    part.replaceAll(/\s*([{}()[\]=<>,:;?&|+!])\s*/g, '$1').replaceAll(/[,;](?=[)}])/g, '');
  return parts.map((part, index) => (index % 2 ? part : squeeze(part))).join('');
}
