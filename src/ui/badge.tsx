import { X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';

export type Tone = 'plain' | 'accent' | 'wait' | 'danger';

const TONES: Record<Tone, string> = {
  plain: 'bg-press text-muted',
  accent: 'bg-accent-soft text-accent-text',
  wait: 'bg-wait-soft text-wait',
  danger: 'bg-danger-soft text-danger',
};

/** A word beside a thing: its kind, a label of it. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-block h-5 max-w-full truncate rounded-xs px-1.5 align-middle text-12 leading-5 font-medium outline-1 -outline-offset-1 outline-transparent',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

/** Each state has its own shape, then its colour. */
export type Shape = 'booked' | 'order' | 'waiting' | 'broken' | 'off' | 'over' | 'queued';

const SHAPES: Record<Shape, string> = {
  booked: 'size-2 rounded-full bg-accent',
  order: 'size-2 rounded-full bg-faint',
  waiting:
    'size-2 rounded-full border-[1.5px] border-wait bg-linear-to-r from-wait from-50% to-transparent to-50%',
  broken: 'size-2 rotate-45 rounded-[1px] bg-danger',
  off: 'size-2 rounded-full border-[1.5px] border-dashed border-faint',
  over: 'h-0.5 w-2 rounded-[1px] bg-faint',
  queued: 'size-2 rounded-full border-[1.5px] border-faint',
};

const INKS: Partial<Record<Shape, string>> = { waiting: 'text-wait', broken: 'text-danger' };

/** State in words after its shape: disc in order, half disc waiting, diamond broken, dashed ring off, dash over, ring queued. */
export function State(props: { shape: Shape; wraps?: boolean; children: ReactNode }) {
  const { shape, wraps, children } = props;
  return (
    <span
      className={classNames(
        'inline-flex max-w-full min-w-0 items-center gap-1.5',
        INKS[shape] ?? 'text-muted',
      )}
    >
      <span aria-hidden className={classNames('shrink-0 forced-color-adjust-none', SHAPES[shape])} />
      <span className={wraps ? 'wrap-anywhere' : 'truncate'}>{children}</span>
    </span>
  );
}

export interface ChipProps {
  children: ReactNode;
  /** Its name in the words of the button that takes it away. */
  name: string;
  onRemove?: () => void;
  ref?: Ref<HTMLSpanElement>;
}

/** A filter or value in force. */
export function Chip({ children, name, onRemove, ref }: ChipProps) {
  const t = usePartWords();
  return (
    <span
      ref={ref}
      className="inline-flex h-6 max-w-full min-w-0 shrink-0 items-center rounded-full border border-line-mid bg-bg px-2 text-12 font-medium text-muted touch:h-[calc(var(--touch)+2px)] touch:px-3"
    >
      <span className="truncate [&_b]:font-semibold [&_b]:text-ink">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={t('parts.removeNamed', { name })}
          onClick={onRemove}
          className="-me-2 grid h-full w-6 shrink-0 place-items-center rounded-full text-faint hover:text-ink focus-visible:rounded-full touch:-me-3 touch:w-(--touch)"
        >
          <X aria-hidden className="size-3" strokeWidth={2} />
        </button>
      )}
    </span>
  );
}
