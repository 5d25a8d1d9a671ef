import { Popover } from '@base-ui/react/popover';
import { Calendar } from 'lucide-react';
import { useRef } from 'react';
import { classNames } from './class-names.ts';
import { Month } from './month.tsx';
import { usePartWords } from './parts-words.ts';
import { POPUP } from './surfaces.ts';

interface DatePopoverProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  value: string | null;
  onChoose: (date: string) => void;
  min?: string;
  max?: string;
}

/** The button at the end of a date field and the month it opens. */
export function DatePopover({ open, onOpen, value, onChoose, min, max }: DatePopoverProps) {
  const t = usePartWords();
  const day = useRef<HTMLButtonElement>(null);
  const choose = (date: string) => {
    onOpen(false);
    onChoose(date);
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => onOpen(next)}>
      <Popover.Trigger
        aria-label={t('parts.chooseDate')}
        className="-me-1.5 grid size-6 shrink-0 place-items-center rounded-xs text-faint hover:bg-hover touch:size-9"
      >
        <Calendar aria-hidden className="size-4" strokeWidth={1.75} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={8} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label={t('parts.chooseDate')}
            initialFocus={day}
            className={classNames(POPUP, 'p-3')}
          >
            <Month value={value} onChoose={choose} min={min} max={max} dayRef={day} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
