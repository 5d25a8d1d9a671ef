import type { WithCustom } from './custom-field-queries.ts';

const MARK = 'custom.';

/**
 * A record with each of its custom values as a field of its own ('custom.<key>'), so that two people who change two of
 * them do not meet, and taking one back leaves the others alone.
 */
export function customApart<View extends object>(record: View): View {
  const { custom = {} } = record as WithCustom;
  const own = Object.entries(record).filter(([name]) => !name.startsWith(MARK));
  const apart = Object.entries(custom).map(([key, value]) => [`${MARK}${key}`, value] as const);
  return Object.fromEntries([...own, ...apart]) as View;
}

/** A change as the server takes it: custom values together under `custom`, what was taken away as null. */
export function customTogether(change: object): object {
  const entries = Object.entries(change);
  const custom = entries.filter(([name]) => name.startsWith(MARK));
  if (custom.length === 0) return change;
  const values = custom.map(
    ([name, value]) => [name.slice(MARK.length), (value as unknown) ?? null] as const,
  );
  return {
    ...Object.fromEntries(entries.filter(([name]) => !name.startsWith(MARK))),
    custom: Object.fromEntries(values),
  };
}
