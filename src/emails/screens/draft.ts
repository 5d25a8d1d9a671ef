import { useSyncExternalStore } from 'react';
import type { EmailFile } from '../email.ts';

export interface Person {
  name: string | null;
  address: string;
}

/** A letter being written. */
export interface Draft {
  to: Person[];
  cc: Person[];
  subject: string;
  html: string;
  files: EmailFile[];
  /** Links that were made for it: 'gone' while their block is out of the text. */
  made: Readonly<Record<string, 'there' | 'gone'>>;
  /** The e-mail it answers. */
  inReplyTo?: string;
  /** Sent again after a lost answer, the same key sends nothing twice. */
  key: string;
}

const EMPTY: Draft = { to: [], cc: [], subject: '', html: '', files: [], made: {}, key: '' };

/** Kept while the app is open, so that looking something up elsewhere loses nothing. */
const drafts = new Map<string, Draft>();
const watchers = new Set<() => void>();

/** What is being written at a place, such as a record's path; `first` are the people it begins with. */
export function useDraft(place: string, first: readonly Person[] = []) {
  const kept = useSyncExternalStore(watch, () => drafts.get(place));
  const blank = { ...EMPTY, to: [...first] };
  return {
    draft: kept ?? blank,
    /** Changes what stands now, which may be more than was last drawn: files arrive while one types. */
    change: (change: DraftChange) => {
      const now = drafts.get(place) ?? blank;
      const changed = typeof change === 'function' ? change(now) : change;
      keepDraft(place, { ...now, ...changed, key: newKey() });
    },
    drop: () => keepDraft(place, undefined),
  };
}

export type DraftChange = Partial<Draft> | ((now: Draft) => Partial<Draft>);

function keepDraft(place: string, draft: Draft | undefined): void {
  if (draft) drafts.set(place, draft);
  else drafts.delete(place);
  for (const watcher of watchers) watcher();
}

/** An answer to an e-mail, begun at that place; what was written there before stays as it is. */
export function beginAnswer(
  place: string,
  email: { id: string; subject: string; direction: 'in' | 'out'; from: Person; to: { address: string }[] },
): void {
  const before = drafts.get(place) ?? EMPTY;
  const others = email.to.map(({ address }) => ({ name: null, address }));
  const to = email.direction === 'in' ? [email.from] : others;
  const subject = /^re:/i.test(email.subject) ? email.subject : `Re: ${email.subject}`;
  keepDraft(place, { ...before, to, subject, inReplyTo: email.id, key: newKey() });
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
