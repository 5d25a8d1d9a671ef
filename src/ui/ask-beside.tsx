import { Popover } from '@base-ui/react/popover';
import { useRef, type ReactNode, type RefObject } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { usePartWords } from './parts-words.ts';
import { POPUP } from './surfaces.ts';
import { useSize } from './use-size.ts';

export interface AskBesideProps {
  /** What was pressed; the question stands at it and gives the focus back to it. */
  anchor: RefObject<HTMLElement | null>;
  /** "Propose Ewa again?" */
  title: ReactNode;
  /** What the button does, in words: "Switch Ewa on". */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
  busy?: boolean;
  /** Why it did not work; the question stays open. */
  error?: ReactNode;
  /** What follows. */
  children: ReactNode;
}

/** A question where it arose, for what can be taken back; on a phone it comes from below. Open while it is drawn. */
export function AskBeside(props: AskBesideProps) {
  const { phone } = useSize();
  if (!phone) return <BesideIt {...props} />;
  const { title, action, onConfirm, onClose, busy, error, children } = props;
  return (
    <ConfirmDialog open {...{ title, action, onConfirm, onClose, busy, error }}>
      {children}
    </ConfirmDialog>
  );
}

function BesideIt({ anchor, title, onClose, busy, ...props }: AskBesideProps) {
  const act = useRef<HTMLButtonElement>(null);
  return (
    <Popover.Root open onOpenChange={(open) => !open && !busy && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-30"
        >
          <Popover.Popup
            initialFocus={act}
            finalFocus={anchor}
            className={classNames(
              POPUP,
              'scroll-pane max-h-(--available-height) w-80 max-w-(--available-width) px-4 py-3.5',
            )}
          >
            <Popover.Title className="font-semibold wrap-anywhere">{title}</Popover.Title>
            <Popover.Description render={<div />} className="mt-1 wrap-anywhere text-muted">
              {props.children}
            </Popover.Description>
            {props.error && (
              <p role="alert" className="mt-2 wrap-anywhere text-danger">
                {props.error}
              </p>
            )}
            <Acts act={act} action={props.action} busy={busy} onConfirm={props.onConfirm} onClose={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Acts({
  act,
  action,
  busy,
  onConfirm,
  onClose,
}: Pick<AskBesideProps, 'action' | 'busy' | 'onConfirm' | 'onClose'> & {
  act: RefObject<HTMLButtonElement | null>;
}) {
  const t = usePartWords();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button ref={act} kind="primary" busy={busy} onClick={onConfirm} className="max-w-full">
        {action}
      </Button>
      <Button kind="quiet" shortcut="Esc" disabled={busy} onClick={onClose}>
        {t('parts.goBack')}
      </Button>
    </div>
  );
}
