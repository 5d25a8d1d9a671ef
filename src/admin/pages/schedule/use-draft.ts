import { useState } from 'react';
import { EMPTY, type Draft } from './schedule-draft.ts';

/** Kept while the app is open, so that looking something up elsewhere loses nothing. */
const kept = new Map<string, Draft>();

/** What is typed of a meeting with that record. */
export function useDraft(place: string) {
  const [draft, setDraft] = useState(() => kept.get(place) ?? EMPTY);
  const change = (changes: Partial<Draft>) =>
    setDraft((now) => {
      const next = { ...now, ...changes };
      kept.set(place, next);
      return next;
    });
  return { draft, change, drop: () => void kept.delete(place) };
}
