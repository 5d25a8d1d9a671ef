import { importsOf } from './code.ts';
import { type Source, isTest } from './sources.ts';

const BROWSER_ROOT = [
  /^src\/ui\//,
  /^src\/admin\/(?!door\/)/,
  /^src\/.+\/screens\//,
  /^src\/booking-page\/enhance\.ts$/,
  /^src\/embed\/embed\.ts$/,
];

/** Law 4, as sentences with the way it goes: browser code never reaches the server's ground at run time. */
export function findServerInBrowser(sources: Source[]): string[] {
  const roots = sources.filter(({ path }) => isForBrowser(path));
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return roots.flatMap(({ path }) => [...reach(path, byPath)].flatMap((way) => sentenceFor(way)));
}

/** Code that is written to run in a browser (what it imports runs there too). */
export function isForBrowser(path: string): boolean {
  return !isTest(path) && BROWSER_ROOT.some((place) => place.test(path));
}

/** The files a browser file takes along, itself included: what visitors download. */
export function takenAlong(path: string, sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return [...reach(path, byPath)].map((way) => way.at(-1) ?? '').filter((file) => byPath.has(file));
}

/** Every file and package that is reached, each with the shortest way to it. */
function* reach(start: string, byPath: Map<string, Source>): Generator<string[]> {
  const seen = new Set([start]);
  const ways = [[start]];
  for (const way of ways) {
    yield way;
    const source = byPath.get(way.at(-1) ?? '');
    const next = source ? importsOf(source).filter(({ to, typeOnly }) => !typeOnly && !seen.has(to)) : [];
    for (const { to } of next) ways.push([...way, to]);
    next.forEach(({ to }) => seen.add(to));
  }
}

const SERVER_ONLY =
  /^src\/platform\/|^node:|^(kysely|pg|nodemailer|better-auth|@hono\/node-server)$|\/(store|routes|jobs|mail)\.ts$/;

/** Days and zones in words are pure and said alike in mails, pages and the app; what they import is looked at too. */
const SAID_EVERYWHERE = /^src\/platform\/messages\/(dates|zones|zone-cities)\.ts$/;

function sentenceFor(way: string[]): string[] {
  const end = way.at(-1) ?? '';
  if (!SERVER_ONLY.test(end) || SAID_EVERYWHERE.test(end)) return [];
  return [
    `${way.join(' → ')}: a browser has no ${end}; use \`import type\`, or move what is pure into a noun file.`,
  ];
}
