import type { ImportView, PreviewRow } from './import-queries.ts';
import type { Mapped } from './mapping.ts';
import { RowResult } from './row-result.tsx';
import { useShownValue } from './use-shown-value.ts';

interface ForeseenLinesProps {
  found: ImportView;
  mapped: readonly Mapped[];
  label: string;
  rows: readonly PreviewRow[];
}

/** The same rows where columns have no room: what each says on a line, and what it becomes. */
export function ForeseenLines({ found, mapped, label, rows }: ForeseenLinesProps) {
  const shown = useShownValue();
  return (
    <ul aria-label={label} className="border-t border-line">
      {rows.map((row) => {
        const values = mapped.map(({ field, at }) => shown(field, row, row.cells[at] ?? ''));
        return (
          <li key={row.line} className="flex gap-3 border-b border-line py-2">
            <span className="tabular w-8 shrink-0 text-end text-faint">{row.line}</span>
            <span className="min-w-0 flex-1">
              <bdi className="block truncate">{values.filter(Boolean).join(' · ')}</bdi>
              <RowResult row={row} found={found} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
