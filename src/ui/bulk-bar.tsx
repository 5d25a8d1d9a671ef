import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Kbd } from './kbd.tsx';
import { usePartWords } from './parts-words.ts';
import { useEscape } from './use-escape.ts';
import { useLanguage } from './words.tsx';

export interface BulkBarProps {
  /** How many rows are chosen; with none the bar is not there. */
  count: number;
  onClear: () => void;
  /** All rows the list has, loaded or not, when all of them can be chosen at once. */
  total?: number;
  onAll?: () => void;
  /** Buttons and menus that act on what is chosen. */
  children: ReactNode;
}

/** What can be done with the rows that are ticked. Stands under the list, which it shortens and never covers; Esc clears. */
export function BulkBar(props: BulkBarProps) {
  const t = usePartWords();
  const language = useLanguage();
  return (
    <>
      {/* Always there: what appears together with its words is not read aloud. */}
      <output className="sr-only">
        {props.count > 0
          ? t('ticks.chosen', { count: props.count, figure: props.count.toLocaleString(language) })
          : ''}
      </output>
      {props.count > 0 && <Bar {...props} />}
    </>
  );
}

function Bar({ count, onClear, total, onAll, children }: BulkBarProps) {
  const t = usePartWords();
  const language = useLanguage();
  useEscape(onClear);
  return (
    <section
      aria-label={t('ticks.bar')}
      className="flex min-h-(--bar) shrink-0 flex-wrap items-center gap-2 border-t border-line bg-side px-6 py-2 max-tablet:px-4"
    >
      <span aria-hidden className="tabular me-1 font-medium">
        {t('ticks.chosen', { count, figure: count.toLocaleString(language) })}
      </span>
      {onAll && total !== undefined && total > count && (
        <Button kind="quiet" onClick={onAll}>
          {t('ticks.takeAll', { count: total, figure: total.toLocaleString(language) })}
        </Button>
      )}
      {children}
      <span className="ms-auto flex items-center gap-2">
        <Button kind="quiet" icon={X} onClick={onClear}>
          {t('ticks.clear')}
        </Button>
        <span className="touch:hidden">
          <Kbd keys="Esc" silent />
        </span>
      </span>
    </section>
  );
}
