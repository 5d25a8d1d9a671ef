import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { usePartWords } from './parts-words.ts';

export interface DialogProps {
  open: boolean;
  /** Esc, the cross, a press beside it. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end: the one that does it last. */
  footer?: ReactNode;
  width?: 's' | 'm' | 'l';
  /** What is typed must not be lost to a press beside the dialog. */
  keepsTyped?: boolean;
  children?: ReactNode;
}

export const VEIL =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-(--slow) ease-out data-starting-style:opacity-0 data-ending-style:opacity-0';

const SHEET =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] -translate-1/2 flex-col ' +
  'overflow-hidden rounded-r bg-bg shadow-pop outline outline-transparent transition-opacity duration-(--slow) ease-out ' +
  'focus-visible:rounded-r focus-visible:shadow-pop data-starting-style:opacity-0 data-ending-style:opacity-0 ' +
  'max-phone:top-auto max-phone:bottom-0 max-phone:w-full max-phone:translate-y-0 max-phone:rounded-b-none';

const WIDTHS = { s: 'max-w-100', m: 'max-w-140', l: 'max-w-200' };

export function dialogSheet(width: keyof typeof WIDTHS): string {
  return classNames(SHEET, WIDTHS[width], 'max-phone:max-w-none');
}

/** Where one begins to type; on a touch screen the keyboard stays away until it is wanted. */
const FIELD = 'input:not([type=hidden], :disabled), textarea:not(:disabled), [role=combobox]';

/** Below the head: its cross would only open its tooltip, and Esc would close that first. */
const BUTTON = '.scroll-pane button:not(:disabled), footer button:not(:disabled)';

/** Something to be dealt with before going on; gives the focus back when it closes. */
export function Dialog({ open, onClose, title, description, footer, width = 'm', ...props }: DialogProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const firstField = (openedBy: string) => {
    // Whoever was quick is in a field already: taking the focus from there would close its list.
    if (sheet.current?.contains(document.activeElement)) return false;
    return (openedBy !== 'touch' && (find(FIELD) ?? find(BUTTON))) || true;
  };
  const find = (what: string) => sheet.current?.querySelector<HTMLElement>(what);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      disablePointerDismissal={props.keepsTyped}
    >
      <Base.Portal>
        <Base.Backdrop className={VEIL} />
        <Base.Popup ref={sheet} initialFocus={firstField} className={dialogSheet(width)}>
          <DialogHead title={title} onClose={onClose} />
          <div className="scroll-pane min-h-0 flex-1 px-5 py-4">
            {description && <Base.Description className="mb-4 text-muted">{description}</Base.Description>}
            {props.children}
          </div>
          {footer && <DialogFoot>{footer}</DialogFoot>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function DialogHead({ title, onClose }: { title: ReactNode; onClose: () => void }) {
  const t = usePartWords();
  return (
    <header className="flex min-h-(--bar) shrink-0 items-center gap-2 border-b border-line py-1 ps-5 pe-2">
      <Base.Title className="min-w-0 flex-1 text-14 font-semibold wrap-anywhere">{title}</Base.Title>
      <IconButton icon={X} label={t('parts.close')} shortcut="Esc" onClick={onClose} />
    </header>
  );
}

export function DialogFoot({ children }: { children: ReactNode }) {
  return (
    <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
      {children}
    </footer>
  );
}
