import { Popover } from '@base-ui/react/popover';
import { Calendar } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Month, type MonthProps } from './month.tsx';
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
  const choose = (date: string) => {
    onOpen(false);
    onChoose(date);
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => onOpen(next)}>
      <Popover.Trigger
        aria-label={t('parts.chooseDate')}
        data-end
        className="-me-1.5 grid size-6 shrink-0 place-items-center rounded-xs text-faint hover:bg-hover touch:size-9"
      >
        <Calendar aria-hidden className="size-4" strokeWidth={1.75} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={8} collisionPadding={8} className="z-50">
          <Popover.Popup aria-label={t('parts.chooseDate')} className={classNames(POPUP, 'p-3')}>
            <FocusedMonth value={value} onChoose={choose} min={min} max={max} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Has the focus from its first moment: whoever presses the next key does not wait for a frame to be drawn. */
function FocusedMonth(props: MonthProps) {
  const day = useRef<HTMLButtonElement>(null);
  // Where the month will stand is not known yet; scrolling there would move the page.
  useLayoutEffect(() => day.current?.focus({ preventScroll: true }), []);
  return <Month {...props} dayRef={day} />;
}
