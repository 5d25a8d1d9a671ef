import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { DialogFoot, dialogSheet, VEIL } from './dialog.tsx';
import { usePartWords } from './parts-words.ts';

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  /** The question: "Cancel the meeting with Hélène Castaing?" */
  title: ReactNode;
  /** What the button does, in words: "Cancel the meeting". */
  action: string;
  /** The way out: "Keep it"; else "Go back". */
  keep?: string;
  onConfirm: () => void;
  kind?: 'primary' | 'danger';
  busy?: boolean;
  /** Why it did not work; the question stays open. */
  error?: ReactNode;
  /** What follows: who is told, what changes. */
  children: ReactNode;
}

/** Asked only where others are told or nothing can be undone; else do it and offer to undo. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  kind = 'primary',
  busy,
  ...props
}: ConfirmDialogProps) {
  const t = usePartWords();
  const wayOut = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && !busy && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={VEIL} />
        <Base.Popup className={dialogSheet('s')} initialFocus={wayOut}>
          <div className="scroll-pane min-h-0 flex-1 px-5 py-4">
            <Base.Title className="text-14 font-semibold wrap-anywhere">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-2 wrap-anywhere text-muted">
              {props.children}
            </Base.Description>
            {props.error && (
              <p role="alert" className="mt-3 wrap-anywhere text-danger">
                {props.error}
              </p>
            )}
          </div>
          <DialogFoot>
            <Button ref={wayOut} size="m" onClick={onClose} disabled={busy}>
              {props.keep ?? t('parts.goBack')}
            </Button>
            <Button kind={kind} size="m" onClick={props.onConfirm} busy={busy}>
              {props.action}
            </Button>
          </DialogFoot>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
