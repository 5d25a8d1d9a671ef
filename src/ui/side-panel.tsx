import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { usePartWords } from './parts-words.ts';
import { useEscape } from './use-escape.ts';

export interface SidePanelProps {
  /** What is open, read aloud when the panel opens. */
  label: string;
  onClose: () => void;
  /** In the head: a state, a title. */
  head?: ReactNode;
  /** In the head, before the cross. */
  actions?: ReactNode;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}

const PANEL =
  'flex min-h-0 min-w-0 w-114 shrink-0 flex-col border-s border-line bg-bg focus-visible:rounded-none focus-visible:shadow-none ' +
  'max-tablet:absolute max-tablet:inset-0 max-tablet:z-20 max-tablet:w-auto max-tablet:border-s-0';

/**
 * The open row beside its list, 456 wide; below 1100 it covers the list (whose frame must be `relative`).
 * Not modal: the list stays alive. Takes the focus when it opens, gives it back when it closes.
 */
export function SidePanel({ label, onClose, head, actions, footer, className, children }: SidePanelProps) {
  const t = usePartWords();
  const panel = useRef<HTMLElement>(null);
  useFocusWhileOpen(panel);
  useEscape(onClose);
  return (
    <aside ref={panel} tabIndex={-1} aria-label={label} className={classNames(PANEL, className)}>
      <header className="flex h-(--bar) shrink-0 items-center gap-1 border-b border-line ps-5 pe-2">
        <div className="min-w-0 flex-1">{head}</div>
        {actions}
        <IconButton icon={X} label={t('parts.close')} shortcut="Esc" onClick={onClose} />
      </header>
      <div className="scroll-pane min-h-0 flex-1">{children}</div>
      {footer && (
        <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-5 py-3">
          {footer}
        </footer>
      )}
    </aside>
  );
}

/** A part of a panel between two hairlines. */
export function PanelSection({
  title,
  aside,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-t border-line px-5 py-4 first:border-t-0">
      {(title || aside) && (
        <div className="mb-2 flex min-h-7 items-center gap-2">
          <h3 className="min-w-0 flex-1 font-semibold wrap-anywhere">{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

function useFocusWhileOpen(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const opened = panel.current;
    opened?.focus({ preventScroll: true });
    return () => {
      const lost = document.activeElement === document.body || opened?.contains(document.activeElement);
      if (lost) placeToReturn(before)?.focus({ preventScroll: true });
    };
  }, [panel]);
}

/** Where nothing had the focus, or it is gone, the list's one tab stop. */
function placeToReturn(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) return before;
  return document.querySelector<HTMLElement>('main [data-row][tabindex="0"]');
}
