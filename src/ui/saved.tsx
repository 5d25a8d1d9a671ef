import { Undo2 } from 'lucide-react';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useDates } from './dates.tsx';
import { usePartWords } from './parts-words.ts';
import { isTyping } from './shortcuts.ts';

export type Saving = 'nothing' | 'saving' | 'saved' | 'failed';
type Undo = () => void;

interface Saved {
  state: Saving;
  /** When the last change was kept. */
  at: string | null;
  /** What can be taken back, the latest last. */
  undos: readonly Undo[];
}

/** For what saves: `say('saving')`, then `say('saved')` or `say('failed')`; what can be taken back is offered. */
export interface SavedVoice {
  say: (state: Saving) => void;
  offer: (undo: Undo) => void;
  /** Nothing more can be taken back: the screen is another. */
  forget: () => void;
}

const NOTHING: Saved = { state: 'nothing', at: null, undos: [] };
const Standing = createContext<Saved>(NOTHING);
const Voice = createContext<SavedVoice & { takeBack: () => void }>({
  say: () => {},
  offer: () => {},
  forget: () => {},
  takeBack: () => {},
});

/** Around a page whose fields save themselves; `SavedAt` says in its bar how that went. */
export function SavedProvider({ children }: { children: ReactNode }) {
  const [standing, set] = useState(NOTHING);
  const latest = standing.undos.at(-1);
  const voice = useMemo(
    () => ({
      say: (state: Saving) =>
        set((now) => ({ ...now, state, at: state === 'saved' ? new Date().toISOString() : now.at })),
      offer: (undo: Undo) => set((now) => ({ ...now, undos: [...now.undos.slice(-49), undo] })),
      forget: () => set(NOTHING),
      takeBack: () => {
        set((now) => ({ ...now, undos: now.undos.slice(0, -1) }));
        latest?.();
      },
    }),
    [latest],
  );
  return (
    <Voice value={voice}>
      <Standing value={standing}>{children}</Standing>
    </Voice>
  );
}

export const useSavedVoice = (): SavedVoice => use(Voice);

/** 'Saved 10:22 · Undo' */
export function SavedAt() {
  const t = usePartWords();
  const dates = useDates();
  const { state, at, undos } = use(Standing);
  const { takeBack } = use(Voice);
  const canUndo = undos.length > 0;
  useUndoKey(canUndo, takeBack);
  const words = {
    nothing: '',
    saving: t('parts.saving'),
    saved: at ? t('parts.savedAt', { time: dates.time(at) }) : '',
    failed: t('parts.notSaved'),
  };
  const ink = state === 'failed' ? 'text-danger' : 'text-faint';
  return (
    <>
      <output className={`tabular text-12 whitespace-nowrap ${ink}`}>{words[state]}</output>
      {canUndo && (
        <Button kind="quiet" icon={Undo2} shortcut="Ctrl Z" onClick={takeBack}>
          {t('parts.undo')}
        </Button>
      )}
    </>
  );
}

/** Ctrl Z outside fields; a toast that takes something back goes first. */
function useUndoKey(canUndo: boolean, takeBack: () => void): void {
  useEffect(() => {
    if (!canUndo) return undefined;
    const press = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || isTyping(event.target)) return;
      setTimeout(() => !event.defaultPrevented && takeBack());
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [canUndo, takeBack]);
}
