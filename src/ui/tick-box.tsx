import { Check, Minus } from 'lucide-react';
import type { MouseEvent } from 'react';

interface TickBoxProps {
  label: string;
  ticked: boolean;
  mixed?: boolean;
  tabIndex?: number;
  /** `ranged`: Shift was held. */
  onPress: (ranged: boolean) => void;
}

const MARK = 'pointer-events-none absolute size-3 text-on-accent';

/** The browser's own box in our look: lists draw dozens of them at every scroll. */
export function TickBox({ label, ticked, mixed = false, tabIndex, onPress }: TickBoxProps) {
  return (
    <label className="relative z-1 flex h-full cursor-pointer items-center ps-6 max-tablet:ps-4 touch:min-h-(--touch)">
      <span className="relative grid size-4 place-items-center">
        <input
          ref={(box) => {
            if (box) box.indeterminate = mixed;
          }}
          type="checkbox"
          aria-label={label}
          checked={ticked}
          tabIndex={tabIndex}
          // Text between two rows is not selected by Shift.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          onClick={(event: MouseEvent) => onPress(event.shiftKey)}
          onChange={() => {}}
          className="size-4 cursor-pointer appearance-none rounded-xs border border-line-strong bg-bg checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent forced-colors:appearance-auto"
        />
        {mixed && <Minus aria-hidden className={MARK} strokeWidth={2.5} />}
        {ticked && !mixed && <Check aria-hidden className={MARK} strokeWidth={2.5} />}
      </span>
    </label>
  );
}
