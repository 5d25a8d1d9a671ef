import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { useDates } from './dates.tsx';
import { usePartWords } from './parts-words.ts';

export type Saving = 'nothing' | 'saving' | 'saved' | 'failed';

interface Saved {
  state: Saving;
  /** When the last change was kept. */
  at: string | null;
  say: (state: Saving) => void;
}

const Within = createContext<Saved>({ state: 'nothing', at: null, say: () => {} });

/** Around a page whose fields save themselves; `SavedAt` says in its bar how that went. */
export function SavedProvider({ children }: { children: ReactNode }) {
  const [{ state, at }, set] = useState<{ state: Saving; at: string | null }>({ state: 'nothing', at: null });
  const value = useMemo<Saved>(() => {
    const say = (next: Saving) =>
      set((before) => ({ state: next, at: next === 'saved' ? new Date().toISOString() : before.at }));
    return { state, at, say };
  }, [state, at]);
  return <Within value={value}>{children}</Within>;
}

/** For what saves: `say('saving')`, then `say('saved')` or `say('failed')`. */
export const useSaying = () => use(Within).say;

/** 'Saved 10:22' */
export function SavedAt() {
  const t = usePartWords();
  const dates = useDates();
  const { state, at } = use(Within);
  const words = {
    nothing: '',
    saving: t('parts.saving'),
    saved: at ? t('parts.savedAt', { time: dates.time(at) }) : '',
    failed: t('parts.notSaved'),
  };
  return (
    <output
      className={`tabular text-12 whitespace-nowrap ${state === 'failed' ? 'text-danger' : 'text-faint'}`}
    >
      {words[state]}
    </output>
  );
}
