import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import { usePartWords } from './parts-words.ts';
import { GroupRow, TableRow } from './table-row.tsx';
import type { Entry } from './table-entries.ts';
import type { TableProps } from './table.tsx';
import { useRowFocus, type RowFocus } from './use-row-focus.ts';
import type { Ticks } from './use-ticks.ts';
import { remInPixels, useSize } from './use-size.ts';

interface TableBodyProps<Row> extends Omit<TableProps<Row>, 'className'> {
  entries: readonly Entry<Row>[];
  pane: RefObject<HTMLDivElement | null>;
  /** Two lines a row. */
  tall: boolean;
  tickBoxes: Ticks | null;
}

/** How many rows before the last one more are asked for. */
const EARLY = 15;

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { entries, tickBoxes } = props;
  const columns = props.columns.length + (tickBoxes ? 1 : 0);
  const drawn = useDrawn(props);
  const focus = useRowFocus(entries, drawn, props.pane, tickBoxes?.onKeyDown);
  useActiveInSight(props, drawn);
  const items = drawn.getVirtualItems();
  useMore(props, items.at(-1)?.index ?? -1);
  return (
    <tbody>
      <Gap height={items[0]?.start ?? 0} columns={columns} />
      {items.map(({ index, size }) => (
        <TableEntry
          key={drawn.options.getItemKey(index)}
          {...props}
          index={index}
          height={size}
          focus={focus}
        />
      ))}
      <Gap height={drawn.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={columns} />
      {props.loadingMore && <MoreRow columns={columns} />}
    </tbody>
  );
}

interface TableEntryProps<Row> extends TableBodyProps<Row> {
  index: number;
  height: number;
  focus: RowFocus;
}

function TableEntry<Row>({ entries, index, height, columns, focus, ...props }: TableEntryProps<Row>) {
  const entry = entries[index];
  if (!entry) return null;
  const { tickBoxes, ticks } = props;
  const across = columns.length + (tickBoxes ? 1 : 0);
  if (entry.kind === 'group')
    return <GroupRow label={entry.label} columns={across} index={index} height={height} />;
  return (
    <TableRow
      entry={entry}
      index={index}
      height={height}
      columns={columns}
      rowLink={props.rowLink}
      active={props.active === props.rowKey(entry.value)}
      dim={props.isDim?.(entry.value) ?? false}
      stop={focus.stop === entry.row}
      onFocus={focus.onFocus}
      onKeyDown={focus.onKeyDown}
      tickName={ticks && tickBoxes ? ticks.name(entry.value) : undefined}
      ticked={tickBoxes?.ticked.has(props.rowKey(entry.value))}
      onTick={tickBoxes?.press}
    />
  );
}

/** Rows have a known height, so nothing is measured while scrolling. */
function useDrawn<Row>({
  entries,
  rowKey,
  pane,
  tall,
}: TableBodyProps<Row>): Virtualizer<HTMLDivElement, Element> {
  const { touch } = useSize();
  const rem = remInPixels();
  const rowHeight = (tall ? 3.5 : touch ? 2.75 : 2.25) * rem;
  const estimateSize = useCallback(
    (index: number) => (entries[index]?.kind === 'group' ? 2 * rem : rowHeight),
    [entries, rem, rowHeight],
  );
  // oxlint-disable-next-line react/incompatible-library -- what is drawn changes while scrolling; nothing here is memoised by it
  const drawn = useVirtualizer({
    count: entries.length,
    getScrollElement: () => pane.current,
    estimateSize,
    getItemKey: (index) => keyOf(entries[index], rowKey) ?? index,
    overscan: 12,
    // The head lies over the first 2 rem.
    scrollPaddingStart: tall ? 0 : 2 * rem,
  });
  useEffect(() => drawn.measure(), [drawn, estimateSize]);
  return drawn;
}

/** What was opened by its address is scrolled to, once; what was pressed is in sight already. */
function useActiveInSight<Row>(
  { active, entries, rowKey }: TableBodyProps<Row>,
  drawn: Virtualizer<HTMLDivElement, Element>,
): void {
  const shown = useRef<string | null>(null);
  const at = useMemo(
    () =>
      active ? entries.findIndex((entry) => entry.kind === 'row' && rowKey(entry.value) === active) : -1,
    [active, entries, rowKey],
  );
  // Not told when to run: what scrolls is there a render later than the rows.
  useEffect(() => {
    if (!active) shown.current = null;
    if (!active || at < 0 || shown.current === active || !drawn.scrollElement) return;
    shown.current = active;
    if (!isInSight(drawn, at)) drawn.scrollToIndex(at, { align: 'center' });
  });
}

function isInSight(
  { measurementsCache, scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>,
  at: number,
) {
  const place = measurementsCache[at];
  const top = scrollOffset ?? 0;
  return place !== undefined && place.start >= top && place.end <= top + (scrollRect?.height ?? 0);
}

function keyOf<Row>(entry: Entry<Row> | undefined, rowKey: (row: Row) => string): string | undefined {
  return entry?.kind === 'row' ? `row ${rowKey(entry.value)}` : entry?.key;
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
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- space, not a control */}
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
