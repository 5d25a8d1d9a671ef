import { clauses } from '#platform/messages/clauses.ts';
import { translator, type Language, type T } from '#platform/messages/messages.ts';

/** The names that stand in a sentence: members by id, and what else was asked. */
export interface KnownNames {
  members: ReadonlyMap<string, string>;
  visitor: string | null;
  /** Of the rotation that decided. */
  rotation: string | null;
}

export interface SentenceWords {
  t: T;
  nameOf: (memberId: string) => string;
  listed: (memberIds: string[]) => string;
  joined: (parts: readonly string[]) => string;
  visitor: string | null;
  rotation: string | null;
}

export function wordsOf({ members, visitor, rotation }: KnownNames, language: Language): SentenceWords {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const nameOf = (id: string): string => members.get(id) ?? '?';
  const listed = (ids: string[]): string => list.format(ids.map(nameOf));
  const joined = (parts: readonly string[]): string => clauses(parts, language);
  return { t: translator(language), nameOf, listed, joined, visitor, rotation };
}
