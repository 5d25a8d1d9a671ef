import {
  MERGED_KINDS,
  RECOGNISED_KINDS,
  type MergedKind,
  type RecognisedKind,
} from '#crm/merging/screens/merging-queries.ts';

export interface DuplicatesSearch {
  kind?: RecognisedKind;
}

export function duplicatesSearch(search: Record<string, unknown>): DuplicatesSearch {
  const kind = RECOGNISED_KINDS.find((one) => one === search['kind']);
  return kind ? { kind } : {};
}

export interface MergeSearch {
  /** The record that goes; without it one is looked for. */
  from?: string;
}

export function mergeSearch(search: Record<string, unknown>): MergeSearch {
  return typeof search['from'] === 'string' ? { from: search['from'] } : {};
}

export function mergedKind(kind: string): MergedKind | undefined {
  return MERGED_KINDS.find((one) => one === kind);
}
