import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { classNames } from './class-names.ts';

export interface NoteProps {
  tone?: Tone;
  icon?: LucideIcon;
  title?: ReactNode;
  /** Beside the text: one button. */
  action?: ReactNode;
  /** Read aloud as soon as it appears. */
  alert?: boolean;
  className?: string;
  children?: ReactNode;
}

const TONES: Record<Tone, { box: string; icon: string }> = {
  plain: { box: 'border-line', icon: 'text-muted' },
  wait: { box: 'border-wait-line bg-wait-soft', icon: 'text-wait' },
  danger: { box: 'border-danger-line bg-danger-soft', icon: 'text-danger' },
  accent: { box: 'border-accent-mid bg-accent-soft', icon: 'text-accent-text' },
};

/** Something to know, beside what it is about. */
export function Note({ tone = 'plain', icon: Icon, title, action, alert = false, ...props }: NoteProps) {
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={classNames(
        'flex gap-2.5 rounded-r border px-3 py-2.5 max-phone:flex-wrap',
        TONES[tone].box,
        props.className,
      )}
    >
      {Icon && (
        <Icon
          aria-hidden
          className={classNames('mt-0.5 size-4 shrink-0', TONES[tone].icon)}
          strokeWidth={1.75}
        />
      )}
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && <p className="font-semibold">{title}</p>}
        {props.children && <div className="text-muted">{props.children}</div>}
      </div>
      {action && <div className="flex shrink-0 items-center self-center">{action}</div>}
    </div>
  );
}
