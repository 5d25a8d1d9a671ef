import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, type RefObject } from 'react';
import { usePartWords } from './parts-words.ts';
import { GroupRow, TableRow } from './table-row.tsx';
import type { Entry } from './table-entries.ts';
import type { TableProps } from './table.tsx';
import { useRowFocus } from './use-row-focus.ts';
import { remInPixels, useSize } from './use-size.ts';

interface TableBodyProps<Row> extends Omit<TableProps<Row>, 'className'> {
  entries: readonly Entry<Row>[];
  pane: RefObject<HTMLDivElement | null>;
  /** Two lines a row. */
  tall: boolean;
}

/** How many rows before the last one more are asked for. */
const EARLY = 15;

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { entries, columns } = props;
  const drawn = useDrawn(props);
  const focus = useRowFocus(entries, drawn, props.pane);
  const items = drawn.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = drawn.getTotalSize() - (items.at(-1)?.end ?? 0);
  useMore(props, items.at(-1)?.index ?? -1);
  return (
    <tbody onKeyDown={focus.onKeyDown}>
      <Gap height={before} columns={columns.length} />
      {items.map(({ index, size }) => {
        const entry = entries[index];
        if (!entry) return null;
        if (entry.kind === 'group')
          return (
            <GroupRow
              key={entry.key}
              label={entry.label}
              columns={columns.length}
              index={index}
              height={size}
            />
          );
        return (
          <TableRow
            key={props.rowKey(entry.value)}
            entry={entry}
            index={index}
            height={size}
            columns={columns}
            rowLink={props.rowLink}
            active={props.active === props.rowKey(entry.value)}
            dim={props.isDim?.(entry.value) ?? false}
            stop={focus.stop === entry.row}
            onFocus={focus.onFocus}
          />
        );
      })}
      <Gap height={after} columns={columns.length} />
      {props.loadingMore && <MoreRow columns={columns.length} />}
    </tbody>
  );
}

/** Rows have a known height, so nothing is measured while scrolling. */
function useDrawn<Row>({ entries, pane, tall }: TableBodyProps<Row>): Virtualizer<HTMLDivElement, Element> {
  const { touch } = useSize();
  const rem = remInPixels();
  const rowHeight = (tall ? 3.5 : touch ? 2.75 : 2.25) * rem;
  const estimateSize = useCallback(
    (index: number) => (entries[index]?.kind === 'group' ? 2 * rem : rowHeight),
    [entries, rem, rowHeight],
  );
  const drawn = useVirtualizer({
    count: entries.length,
    getScrollElement: () => pane.current,
    estimateSize,
    overscan: 12,
    // The head lies over the first 2 rem.
    scrollPaddingStart: tall ? 0 : 2 * rem,
  });
  useEffect(() => drawn.measure(), [drawn, estimateSize]);
  return drawn;
}

function useMore<Row>({ onEnd, loadingMore, entries }: TableBodyProps<Row>, last: number): void {
  useEffect(() => {
    if (onEnd && !loadingMore && last >= entries.length - EARLY) onEnd();
  }, [onEnd, loadingMore, entries.length, last]);
}

/** The rows that are not drawn, as empty space. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height }} className="p-0" />
    </tr>
  );
}

function MoreRow({ columns }: { columns: number }) {
  const t = usePartWords();
  return (
    <tr>
      <td colSpan={columns} className="h-(--row) px-6 text-faint max-tablet:px-4">
        <output>{t('parts.loadingMore')}</output>
      </td>
    </tr>
  );
}
