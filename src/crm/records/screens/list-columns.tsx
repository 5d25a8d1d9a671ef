import { useMemo } from 'react';
import { Who } from '#people/screens/who.tsx';
import { shownOf } from '#ui/column-order.ts';
import { useDates } from '#ui/dates.tsx';
import { useSize } from '#ui/use-size.ts';
import type { ListedRecord, RecordColumn } from './list-kind.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

type ListColumn<Row> = RecordColumn<Row> & { fixed?: boolean };

/** All columns the list can have, which of them are chosen, and those that are shown, in their order. */
export function useListColumns<Row extends ListedRecord>({ kind, columns }: RecordListNow<Row>) {
  const t = useListWords();
  const { nameCell, nameLabel, nameOf, columns: own } = kind;
  const { tablet } = useSize();
  const all = useMemo((): ListColumn<Row>[] => {
    const atFirst = own.filter(({ hidden }) => !hidden).length;
    const name: ListColumn<Row> = {
      key: 'name',
      header: nameLabel ?? t('column.name'),
      fixed: true,
      sorts: true,
      width: atFirst > 3 ? undefined : '24%',
      cell: nameCell ?? ((row) => <PlainName name={nameOf(row)} />),
    };
    return [name, ...own, ...lastColumns<Row>(t, tablet || atFirst > 3)];
  }, [own, nameCell, nameLabel, nameOf, tablet, t]);
  const { text } = columns;
  const chosen = useMemo(
    () => columns.chosen ?? all.map(({ key, hidden }) => ({ key, shown: !hidden })),
    // oxlint-disable-next-line react/exhaustive-deps -- the text says all of what is chosen
    [all, text],
  );
  const shown = useMemo(() => withRoom(shownOf(all, chosen)), [all, chosen]);
  return { all, chosen, shown };
}

/** So many stand beside each other in a window; of more, each keeps the room it needs and the table is moved sideways. */
const MOST_IN_SIGHT = 7;

function withRoom<Row>(columns: ListColumn<Row>[]): ListColumn<Row>[] {
  if (columns.length <= MOST_IN_SIGHT) return columns;
  return columns.map((column) => {
    const isSet = column.width !== undefined && !column.width.endsWith('%');
    return isSet ? column : { ...column, width: column.fixed ? '16rem' : '11rem' };
  });
}

function PlainName({ name }: { name: string }) {
  return (
    <bdi className="font-medium" title={name}>
      {name}
    </bdi>
  );
}

function lastColumns<Row extends ListedRecord>(
  t: ReturnType<typeof useListWords>,
  isFull: boolean,
): ListColumn<Row>[] {
  const day = { width: '8rem', align: 'end', sorts: true } as const;
  return [
    {
      key: 'ownerId',
      header: t('column.ownerId'),
      width: '11rem',
      sorts: true,
      cell: ({ ownerId }) => ownerId && <Who id={ownerId} />,
    },
    { ...day, key: 'activeAt', header: t('column.activeAt'), cell: ({ activeAt }) => <Day at={activeAt} /> },
    {
      ...day,
      key: 'createdAt',
      hidden: isFull,
      header: t('column.createdAt'),
      cell: ({ createdAt }) => <Day at={createdAt} />,
    },
  ];
}

function Day({ at }: { at: string }) {
  const dates = useDates();
  return <time dateTime={at}>{dates.briefDay(dates.dateOf(at))}</time>;
}
