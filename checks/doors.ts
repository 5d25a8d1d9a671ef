import { basename, dirname } from 'node:path/posix';
import { type Import, importsOf, withoutComments } from './code.ts';
import { type Source, isTest } from './sources.ts';

const SQL =
  /\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|executeQuery)\s*\(|\bsql(?:<[^`]*?>)?`|\bsql\.raw\b/g;
const SQL_PACKAGES = ['kysely', 'pg', 'node:sqlite'];
const SPEAKS_SQL = [/\/store(-[a-z-]+)?\.ts$/, /^src\/platform\/(db|jobs)\//, /^src\/people\/sign-in/];

/** Law 3, as sentences: only a slice's store speaks SQL. */
export function findSqlOutsideStores(sources: Source[]): string[] {
  const others = sources.filter(({ path }) => !isTest(path) && !SPEAKS_SQL.some((place) => place.test(path)));
  return others.flatMap((source) => {
    const calls = [...withoutComments(source.text).matchAll(SQL)].map(([call]) => call);
    const packages = runTimeImports(source).filter(({ to }) => SQL_PACKAGES.includes(to));
    const found = [...calls, ...packages.map(({ to }) => `the package ${to}`)];
    return found.map((what) => `${source.path} uses ${what}: move the statement into the slice's store.ts.`);
  });
}

/** `hono/html` is only a template that escapes; it sees no request. */
const HTTP_PACKAGE = /^(hono(?!\/html$)(\/.*)?|@hono\/.*|node:https?)$/;
const SEES_HTTP = [
  /\/routes(-[a-z-]+)?\.ts$/,
  /^src\/platform\//,
  /^src\/booking-page\//,
  /^src\/[^/]+\.ts$/,
];

/** Law 3, as sentences: only routes see HTTP. */
export function findHttpOutsideRoutes(sources: Source[]): string[] {
  const others = sources.filter(({ path }) => !isTest(path) && !SEES_HTTP.some((place) => place.test(path)));
  return others.flatMap((source) => {
    const found = runTimeImports(source).filter(({ to }) => HTTP_PACKAGE.test(to));
    return found.map(
      ({ to }) => `${source.path} imports ${to}: only routes.ts sees HTTP; let it call a verb file.`,
    );
  });
}

const ENTRANCE = /\/(routes|jobs)(-[a-z-]+)?\.ts$/;

/** Law 3, as sentences: only main.ts opens the slices' entrances (a slice may split its own into several files). */
export function findSideDoors(sources: Source[]): string[] {
  const inside = sources.filter(({ path }) => !isTest(path) && path.split('/').length > 2);
  return inside.flatMap((source) => {
    const entrances = runTimeImports(source).filter(
      ({ to }) => ENTRANCE.test(to) && !isOwnPart(source.path, to),
    );
    return entrances.map(
      ({ to }) => `${source.path} imports ${to}: only main.ts imports routes.ts and jobs.ts.`,
    );
  });
}

/** links/routes.ts may gather links/routes-slots.ts. */
function isOwnPart(from: string, to: string): boolean {
  const kind = (path: string) => ENTRANCE.exec(path)?.[1];
  return dirname(from) === dirname(to) && kind(from) === kind(to) && basename(from) === `${kind(to)}.ts`;
}

function runTimeImports(source: Source): Import[] {
  return importsOf(source).filter((found) => !found.typeOnly);
}
