import { Toast as Base } from '@base-ui/react/toast';
import { useMemo, type ReactNode } from 'react';
import { ToastList } from './toast-list.tsx';

/** What a toast offers to press. */
export interface Offer {
  words?: string;
  act: () => void;
  /** Ctrl Z does it too. */
  undoes: boolean;
}

export const UNDO_MS = 8000;

export interface Toasts {
  /** Done, and can be taken back for 8 s (longer while pointed at or focused). */
  undo: (toast: { text: string; onUndo: () => void }) => void;
  done: (text: string) => void;
  /** Stays until it is closed. `onRetry` does it again. What fails twice under one name is said once. */
  failed: (text: string, onRetry?: () => void, name?: string) => void;
  /** What failed under this name came about after all: nothing says otherwise any more. */
  settled: (name: string) => void;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={UNDO_MS} limit={3}>
      {children}
      <ToastList />
    </Base.Provider>
  );
}

export function useToast(): Toasts {
  const { add, close } = Base.useToastManager<Offer>();
  return useMemo(
    () => ({
      undo: ({ text, onUndo }) => void add({ title: text, data: { act: onUndo, undoes: true } }),
      done: (text) => void add({ title: text, timeout: 5000 }),
      failed: (text, onRetry, name) =>
        void add({
          ...(name && { id: name }),
          title: text,
          type: 'failed',
          priority: 'high',
          timeout: 0,
          data: onRetry && { act: onRetry, undoes: false },
        }),
      settled: close,
    }),
    [add, close],
  );
}
