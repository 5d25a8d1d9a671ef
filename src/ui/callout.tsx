import { Popover } from '@base-ui/react/popover';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Dialog } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { usePartWords } from './parts-words.ts';
import { POPUP } from './surfaces.ts';
import { useSize } from './use-size.ts';

export interface CalloutProps {
  /** Where it belongs, asked anew whenever it is placed. */
  anchor: { getBoundingClientRect: () => DOMRect };
  title: ReactNode;
  onClose: () => void;
  /** What is typed must not be lost to a press beside it. */
  keepsTyped?: boolean;
  /** Takes the focus first; else what is said does, and is read aloud. */
  first?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A small form or answer beside the place it is about; on a phone it comes from below. Open while it is drawn. */
export function Callout(props: CalloutProps) {
  const { phone } = useSize();
  if (!phone) return <BesideIt {...props} />;
  return (
    <Dialog open onClose={props.onClose} title={props.title} keepsTyped={props.keepsTyped}>
      {props.children}
    </Dialog>
  );
}

function BesideIt({ anchor, title, onClose, keepsTyped, first, children }: CalloutProps) {
  const t = usePartWords();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        const isKept = keepsTyped && (reason === 'outside-press' || reason === 'focus-out');
        if (!open && !isKept) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="right"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-30"
        >
          <Popover.Popup
            initialFocus={first ?? body}
            className={classNames(
              POPUP,
              'scroll-pane max-h-(--available-height) w-88 max-w-(--available-width)',
            )}
          >
            <div className="flex min-h-10 items-center gap-2 ps-4 pe-1.5 pt-1.5">
              <Popover.Title className="min-w-0 flex-1 font-semibold wrap-anywhere">{title}</Popover.Title>
              <IconButton icon={X} label={t('parts.close')} shortcut="Esc" onClick={onClose} />
            </div>
            <div ref={body} tabIndex={-1} className="px-4 pt-1 pb-4 focus-visible:shadow-none">
              {children}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
