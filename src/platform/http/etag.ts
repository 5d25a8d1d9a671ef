import { Problem } from '../refusal.ts';

/** Whether a version is the one the caller means to change. Without If-Match every version is. */
export type IfMatch = (version: number) => boolean;

/** The validator of a record at this version. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** Reads If-Match: one or several tags, weak ones too, or `*`. A tag that is none of ours matches nothing. */
export function ifMatch(header: string | undefined): IfMatch {
  if (header === undefined || header.trim() === '*') return () => true;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return (version) => tags.includes(etag(version)) || tags.includes(String(version));
}

/** 412: somebody changed it since the caller read it; both sides are shown what stands now. */
export function changedMeanwhile(present: unknown): Problem {
  return new Problem(
    412,
    'changed-meanwhile',
    'Somebody changed this since you read it. Look at what stands now, then try again.',
    { present },
  );
}
