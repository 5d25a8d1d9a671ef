const LONGEST = 1000;
/** Only to make sense of a path; nothing is asked there. */
const HERE = 'http://here.invalid';

/**
 * Where somebody wanted to go before they had to sign in, if it is a place of the staff app; undefined for anything
 * else, above all for other websites (ABUSE 28).
 */
export function ownNext(wanted: string | null | undefined): string | undefined {
  if (!wanted || wanted.length > LONGEST || !wanted.startsWith('/admin')) return undefined;
  if (!URL.canParse(wanted, HERE)) return undefined;
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  if (origin !== HERE || !/^\/admin(\/|$)/.test(pathname)) return undefined;
  return `${pathname}${search}${hash}`;
}
