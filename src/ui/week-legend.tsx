import { usePartWords } from './parts-words.ts';
import type { SpanKind } from './week-grid/grid-props.ts';
import './week-grid/week-grid.css';

const KINDS = ['closed', 'busy', 'offered', 'booked', 'held'] as const;

interface WeekLegendProps {
  kinds?: readonly SpanKind[];
  /** Said instead of the usual, where a page knows it closer. */
  words?: Partial<Record<SpanKind, string>>;
}

/** What each texture of the week grid means; below it. */
export function WeekLegend({ kinds = KINDS, words = {} }: WeekLegendProps) {
  const t = usePartWords();
  return (
    <ul
      aria-label={t('grid.legend')}
      className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-12 text-muted max-phone:gap-x-2.5 max-phone:text-11"
    >
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5 whitespace-nowrap max-phone:gap-1">
          <i
            aria-hidden
            data-kind={kind}
            className={`h-3 w-5 max-phone:w-3.5 ${kind === 'closed' ? 'wg-hatch rounded-xs border border-line' : 'wg-span'}`}
          />
          {words[kind] ?? t(`grid.kinds.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
