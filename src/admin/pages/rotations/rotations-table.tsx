import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RotationView } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords, type RotationWords } from '#rotations/screens/words.ts';
import { Person } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { useDates } from '#ui/dates.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { useRoom } from '#ui/use-room.ts';

const ENOUGH = 60;

export function RotationsTable({ rotations }: { rotations: RotationView[] }) {
  const t = useRotationWords();
  const dates = useDates();
  const { ref, rem } = useRoom();
  const columns = useMemo(() => {
    const day = (instant: string) => dates.briefDay(dates.dateOf(instant));
    const all = [nameColumn(t), nextColumn(t), ableColumn(t), sinceColumn(t, day), linksColumn(t)];
    return rem >= ENOUGH ? all : all.filter(({ key }) => key !== 'since' && key !== 'links');
  }, [t, dates, rem]);
  return (
    <div ref={ref} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Table
        label={t('title')}
        columns={columns}
        rows={rotations}
        rowKey={({ id }) => id}
        rowLink={({ id }) => <Link to="/rotations/$rotationId" params={{ rotationId: id }} />}
        phoneCell={(rotation) => <PhoneCell rotation={rotation} />}
      />
    </div>
  );
}

type RotationColumn = Column<RotationView>;

const nameColumn = (t: RotationWords): RotationColumn => ({
  key: 'name',
  header: t('column.name'),
  cell: ({ name }) => (
    <bdi title={name} className="font-medium">
      {name}
    </bdi>
  ),
});

const nextColumn = (t: RotationWords): RotationColumn => ({
  key: 'next',
  header: t('column.next'),
  width: '15rem',
  cell: ({ next }) =>
    next ? <Person id={next.memberId} name={next.name} /> : <State shape="waiting">{t('list.nobody')}</State>,
});

const ableColumn = (t: RotationWords): RotationColumn => ({
  key: 'able',
  header: t('column.able'),
  width: '7rem',
  align: 'end',
  cell: ({ able, size }) => t('list.ableOf', { able, size }),
});

const sinceColumn = (t: RotationWords, day: (instant: string) => string): RotationColumn => ({
  key: 'since',
  header: t('column.since'),
  width: '17rem',
  cell: ({ countingFrom, countingBecause }) => {
    const since = day(countingFrom);
    return countingBecause ? t('list.sinceJoined', { day: since, name: countingBecause.name }) : since;
  },
});

const linksColumn = (t: RotationWords): RotationColumn => ({
  key: 'links',
  header: t('column.links'),
  width: '14rem',
  cell: ({ links }) => <span className="text-muted">{links.map(({ title }) => title).join(', ')}</span>,
});

function PhoneCell({ rotation: { name, next, able, size } }: { rotation: RotationView }) {
  const t = useRotationWords();
  const detail = [
    next ? t('list.next', { name: next.name }) : t('list.nobody'),
    t('list.canHost', { able, size }),
  ];
  return (
    <span className="block min-w-0">
      <bdi className="block truncate font-medium">{name}</bdi>
      <span className="block truncate text-12 text-faint">{detail.join(' · ')}</span>
    </span>
  );
}
