import { accentPairs } from '#ui/accent.ts';
import { assetPaths } from '#booking-page/assets.ts';
import { builtName, builtPage } from './app-files.ts';
import type { Boot } from '../boot.ts';

/** Files of ours only; the one nonce is for the workspace's accent. Previews of mails stand in frames of our own. */
export function appPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "script-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The built page for one reader: their language, their workspace's accent, and who they are. */
export function appPage(boot: Boot, nonce: string): string {
  const { me } = boot;
  const { locale } = me.member;
  const words = builtName(`words/catalogue-${locale}.ts`);
  const head = [
    `<link rel="icon" type="image/svg+xml" href="${assetPaths().icon}">`,
    words ? `<link rel="modulepreload" href="/admin/${words}">` : '',
    `<style nonce="${nonce}">${accentPairs(me.workspace.accent)}</style>`,
    `<script type="application/json" id="boot">${inScript(boot)}</script>`,
  ];
  return builtPage()
    .replace('<html lang="en">', `<html lang="${locale}">`)
    .replace('<!--head-->', () => head.join(''));
}

/** JSON that cannot end the element it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
