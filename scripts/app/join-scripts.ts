/** A script of a build, as the bundler cut it: one for each set of places that need it. */
export interface Script {
  file: string;
  /** What must be there before it runs. */
  imports: readonly string[];
  /** On the wire. */
  bytes: number;
  /** Where a browser begins: with the page, or later with a screen. Such a script stays what it is. */
  begins?: 'page' | 'later';
  /** How often this beginning counts; 1 unless told. */
  weight?: number;
}

/** What one request more costs, as bytes: its heads, and its turn among six at a time. */
const REQUEST_BYTES = 3000;

interface Group {
  files: string[];
  bytes: number;
  stays: boolean;
  /** The beginnings that load it. */
  readers: Set<string>;
  needs: Set<Group>;
}

interface Pair {
  one: Group;
  other: Group;
  gain: number;
}

/**
 * Scripts that had better be one: those of each answer are loaded together nearly always, so that the requests saved
 * outweigh the bytes that a screen gets without need. The dearest pair is joined first. Nothing is joined that would
 * make two scripts wait for each other.
 */
export function joinScripts(scripts: readonly Script[]): string[][] {
  const weights = new Map(scripts.map(({ file, weight = 1 }) => [file, weight]));
  const groups = groupsOf(scripts);
  let pairs = groups.flatMap((one, at) => pairsWith(one, groups.slice(at + 1), weights));
  for (;;) {
    const best = bestOf(pairs);
    if (!best) break;
    const { one, other } = best;
    join(one, other, groups);
    const rest = groups.filter((group) => group !== one);
    pairs = pairs.filter((pair) => !concerns(pair, one) && !concerns(pair, other));
    pairs.push(...pairsWith(one, rest, weights));
  }
  return groups.filter(({ files }) => files.length > 1).map(({ files }) => files);
}

function groupsOf(scripts: readonly Script[]): Group[] {
  const byFile = new Map<string, Group>(
    scripts.map(({ file, bytes, begins }) => [
      file,
      {
        files: [file],
        bytes,
        stays: begins !== undefined,
        readers: new Set<string>(),
        needs: new Set<Group>(),
      },
    ]),
  );
  for (const { file, imports } of scripts) {
    const needs = imports.map((name) => byFile.get(name)).filter((group) => group !== undefined);
    byFile.get(file)!.needs = new Set(needs);
  }
  tellReaders(scripts, byFile);
  return [...byFile.values()];
}

/** What comes with the page is there already whatever screen is opened. */
function tellReaders(scripts: readonly Script[], byFile: ReadonlyMap<string, Group>): void {
  const there = new Set<Group>();
  const begin = (wanted: Script['begins']) => {
    for (const { file, begins } of scripts) {
      if (begins !== wanted) continue;
      for (const group of loadedBy(byFile.get(file)!, there)) group.readers.add(file);
    }
  };
  begin('page');
  byFile.values().forEach((group) => group.readers.size > 0 && there.add(group));
  begin('later');
}

function loadedBy(first: Group, there: ReadonlySet<Group>): Set<Group> {
  const loaded = new Set<Group>();
  const visit = (group: Group): void => {
    if (loaded.has(group) || there.has(group)) return;
    loaded.add(group);
    group.needs.forEach(visit);
  };
  visit(first);
  return loaded;
}

function pairsWith(one: Group, others: readonly Group[], weights: ReadonlyMap<string, number>): Pair[] {
  if (one.stays) return [];
  return others
    .filter(({ stays }) => !stays)
    .map((other) => ({ one, other, gain: gainOf(one, other, weights) }))
    .filter(({ gain }) => gain > 0);
}

function gainOf(one: Group, other: Group, weights: ReadonlyMap<string, number>): number {
  const weigh = (readers: Set<string>) =>
    [...readers].reduce((sum, reader) => sum + (weights.get(reader) ?? 1), 0);
  const together = one.readers.intersection(other.readers).size;
  const wasted =
    other.bytes * weigh(one.readers.difference(other.readers)) +
    one.bytes * weigh(other.readers.difference(one.readers));
  return REQUEST_BYTES * together - wasted;
}

function bestOf(pairs: Pair[]): Pair | undefined {
  pairs.sort((a, b) => b.gain - a.gain);
  return pairs.find(({ one, other }) => !isBetween(one, other) && !isBetween(other, one));
}

/** Whether `from` needs `to` by way of a third, which would then both need them and be needed. */
function isBetween(from: Group, to: Group): boolean {
  const seen = new Set<Group>();
  const waiting = [...from.needs].filter((group) => group !== to);
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    if (seen.has(group)) continue;
    seen.add(group);
    if (group.needs.has(to)) return true;
    waiting.push(...group.needs);
  }
  return false;
}

/** `other` becomes a part of `one`. */
function join(one: Group, other: Group, groups: Group[]): void {
  groups.splice(groups.indexOf(other), 1);
  one.files.push(...other.files);
  one.bytes += other.bytes;
  one.readers = one.readers.union(other.readers);
  for (const group of groups) if (group.needs.delete(other)) group.needs.add(one);
  one.needs = one.needs.union(other.needs);
  one.needs.delete(one);
  one.needs.delete(other);
}

function concerns({ one, other }: Pair, group: Group): boolean {
  return one === group || other === group;
}
