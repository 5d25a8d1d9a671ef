import { Problem } from '../refusal.ts';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version that If-Match names, "7" or W/"7"; undefined when none is named or any will do. What is none of
 * our tags names a version that never was.
 */
export function versionFrom(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  return version === undefined ? -1 : Number(version);
}

/** 412: somebody changed it since; `present` is what it is now. */
export function changedMeanwhile(present: unknown): Problem {
  return new Problem(
    412,
    'changed-meanwhile',
    'Somebody changed this since you read it. Look at what stands now, then try again.',
    { present },
  );
}
