/**
 * Loaded before the tests of both databases and the servers of journeys: the sign-in library hashes a password in a
 * sixteenth of the usual work. The algorithm, the format and every line of Rondo stay as they are; soaks and figures
 * hash at full cost.
 */
import { registerHooks } from 'node:module';

const HASHING = /@better-auth\/utils\/dist\/password\.node\.mjs$/;
const FULL_COST = /\bN: 16384\b/;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!HASHING.test(url)) return loaded;
    const source = String(loaded.source);
    if (!FULL_COST.test(source))
      throw new Error(`${url} states its cost in other words: mend quick-hashing.ts`);
    return { ...loaded, source: source.replace(FULL_COST, 'N: 1024') };
  },
});
