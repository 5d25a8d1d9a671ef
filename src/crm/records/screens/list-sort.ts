/** What a list is ordered by where nobody said. */
export const NEWEST_FIRST = '-createdAt';

export interface ListSort {
  key: string;
  descending: boolean;
}

/** '-name' ⇄ by name, from the end. */
export function sortOf(text: string): ListSort {
  return { key: text.replace(/^-/, ''), descending: text.startsWith('-') };
}

export function sortText({ key, descending }: ListSort): string {
  return `${descending ? '-' : ''}${key}`;
}
