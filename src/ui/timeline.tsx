import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface TimelineItem {
  key: string;
  icon: LucideIcon;
  tone?: 'plain' | 'accent' | 'danger';
  /** What happened, who in bold. */
  text: ReactNode;
  /** When: a short text or a <time>. */
  when: ReactNode;
  /** What somebody wrote. */
  quote?: ReactNode;
}

const TONES = {
  plain: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-text',
  danger: 'bg-danger-soft text-danger',
};

/** What happened, the latest first. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol aria-label={label} className="min-w-0">
      {items.map((item) => (
        <TimelineRow key={item.key} item={item} />
      ))}
    </ol>
  );
}

function TimelineRow({ item }: { item: TimelineItem }) {
  const { icon: Icon, tone = 'plain', text, when, quote } = item;
  return (
    <li className="relative grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2.5 py-1.5 before:absolute before:start-[0.71875rem] before:top-7.5 before:-bottom-1.5 before:w-px before:bg-line last:before:hidden max-phone:grid-cols-[1.5rem_minmax(0,1fr)]">
      <span aria-hidden className={classNames('grid size-6 place-items-center rounded-full', TONES[tone])}>
        <Icon className="size-3.5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0 pt-0.5 wrap-anywhere">
        {text}
        {quote && (
          <blockquote
            dir="auto"
            className="mt-1 rounded-r border border-line px-3 py-2 whitespace-pre-line text-muted"
          >
            {quote}
          </blockquote>
        )}
      </div>
      <span className="tabular pt-1 text-12 whitespace-nowrap text-faint max-phone:col-start-2">{when}</span>
    </li>
  );
}
