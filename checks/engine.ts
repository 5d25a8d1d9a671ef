import { importsOf, withoutComments } from './code.ts';
import { type Source, isTest } from './sources.ts';

const CLOCK_OR_CHANCE =
  /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|\bTemporal\.Now\b|\bperformance\b|\bMath\.random\b|\bcrypto\b|\bprocess\b/g;

/** Law 2, as sentences: the engine imports nothing from outside itself and is told the time and the dice. */
export function findImpurities(sources: Source[]): string[] {
  const engine = sources.filter(({ path }) => path.startsWith('src/engine/') && !isTest(path));
  return engine.flatMap((source) => [...findImports(source), ...findCalls(source)]);
}

function findImports(source: Source): string[] {
  const foreign = importsOf(source).filter(({ to }) => !to.startsWith('src/engine/'));
  return foreign.map(({ to }) => `${source.path} imports ${to}: the engine imports nothing but itself.`);
}

function findCalls({ path, text }: Source): string[] {
  const calls = [...withoutComments(text).matchAll(CLOCK_OR_CHANCE)];
  return calls.map(
    ([call]) => `${path} uses ${call}: let the caller pass the time or the tie-breaker as an argument.`,
  );
}
