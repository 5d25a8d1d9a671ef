import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** First Chromium without windows, as Debian packs it: the same engine in two thirds of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
];

const USUAL_PLACES = [
  '/usr/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application',
];

/** The browser named by CHROMIUM_PATH, else one from the usual places or the PATH; or why there is none. */
export function findChromium(env: NodeJS.ProcessEnv): { path: string } | { missing: string } {
  const given = env['CHROMIUM_PATH'];
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  if (given) return { path: given };
  const path = candidates(env).find((file) => existsSync(file));
  return path ? { path } : { missing: 'no Chromium here: install one, or name it in CHROMIUM_PATH' };
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const places = [...USUAL_PLACES, ...(env['PATH'] ?? '').split(delimiter)].filter((place) => place !== '');
  return places.flatMap((place) => (isMacProgram(place) ? [place] : NAMES.map((name) => join(place, name))));
}

function isMacProgram(place: string): boolean {
  return place.startsWith('/Applications/');
}
