import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Tag } from '#ui/badge.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';
import { Hosts } from './link-hosts.tsx';
import { LinkActions, OnSwitch } from './link-actions.tsx';
import { CopyAddress, shortAddress } from './copy-address.tsx';
import type { ListSearch } from './links-search.ts';
import { useRoom } from './use-room.ts';

interface LinksTableProps {
  links: ListedLink[];
  search: ListSearch;
  onEnd?: () => void;
  loadingMore?: boolean;
}

export function LinksTable({ links, search, onEnd, loadingMore }: LinksTableProps) {
  const t = useLinkWords();
  const isDeleted = search.state === 'deleted';
  const { ref, rem } = useRoom();
  const room = rem < 38 ? 'least' : rem < 62 ? 'little' : 'enough';
  const columns = useMemo(() => columnsOf(t, { isDeleted, room }), [t, isDeleted, room]);
  return (
    <div ref={ref} className="flex min-h-0 flex-1 flex-col">
      <Table
        label={t('list.title')}
        columns={columns}
        rows={links}
        rowKey={({ id }) => id}
        rowLink={isDeleted ? undefined : ({ id }) => <Link to="/links/$linkId" params={{ linkId: id }} />}
        active={search.open ?? null}
        isDim={({ active }) => !active}
        phoneCell={(link) => <PhoneCell link={link} isDeleted={isDeleted} />}
        onEnd={onEnd}
        loadingMore={loadingMore}
      />
    </div>
  );
}

interface Showing {
  isDeleted: boolean;
  /** Beside an open panel, in a narrow window or with large text the title still needs its place. */
  room: 'least' | 'little' | 'enough';
}

function columnsOf(t: LinkWords, { isDeleted, room }: Showing) {
  return [
    titleColumn(t),
    ...(room === 'least' ? [] : [kindColumn(t)]),
    ...(room === 'enough' ? placeColumns(t) : []),
    upcomingColumn(t),
    ...(isDeleted ? [] : [onColumn(t)]),
    actionsColumn(t, isDeleted),
  ];
}

type LinkColumn = Column<ListedLink>;

const titleColumn = (t: LinkWords): LinkColumn => ({
  key: 'title',
  header: t('column.title'),
  cell: (link) => <TitleCell link={link} />,
});

const kindColumn = (t: LinkWords): LinkColumn => ({
  key: 'kind',
  header: t('column.kind'),
  width: '8.5rem',
  cell: (link) => <Tag>{t(`kind.${link.kind}`)}</Tag>,
});

const placeColumns = (t: LinkWords): LinkColumn[] => [
  {
    key: 'address',
    header: t('column.address'),
    width: '13rem',
    cell: (link) => <CopyAddress link={link} />,
  },
  { key: 'hosts', header: t('column.hosts'), width: '11rem', cell: (link) => <Hosts link={link} /> },
];

const upcomingColumn = (t: LinkWords): LinkColumn => ({
  key: 'upcoming',
  header: t('column.upcoming'),
  width: '6rem',
  align: 'end',
  cell: (link) => link.upcoming || '',
});

const onColumn = (t: LinkWords): LinkColumn => ({
  key: 'on',
  header: t('column.on'),
  width: '4.5rem',
  cell: (link) => <OnSwitch link={link} />,
});

const actionsColumn = (t: LinkWords, isDeleted: boolean): LinkColumn => ({
  key: 'actions',
  header: t('column.actions'),
  align: 'end',
  width: isDeleted ? '10rem' : '6.5rem',
  cell: (link) => <LinkActions link={link} isDeleted={isDeleted} />,
});

function TitleCell({ link }: { link: ListedLink }) {
  const t = useLinkWords();
  return (
    <>
      <bdi title={link.title} className="font-medium">
        {link.title}
      </bdi>
      {link.isAppointmentPage && <span className="ms-2 text-12 text-faint">{t('list.appointmentPage')}</span>}
    </>
  );
}

interface PhoneCellProps {
  link: ListedLink;
  isDeleted: boolean;
}

function PhoneCell({ link, isDeleted }: PhoneCellProps) {
  const t = useLinkWords();
  const detail = link.upcoming > 0 ? t('list.upcoming', { count: link.upcoming }) : shortAddress(link);
  const parts = [t(`kind.${link.kind}`), ...(link.active ? [] : [t('list.isOff')]), detail];
  return (
    <span className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{link.title}</bdi>
        <span className="block truncate text-12 text-faint">{parts.join(' · ')}</span>
      </span>
      {isDeleted && <LinkActions link={link} isDeleted />}
    </span>
  );
}
