import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Tag } from '#ui/badge.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { remInPixels, useSize } from '#ui/use-size.ts';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';
import { Hosts } from './link-hosts.tsx';
import { LinkActions, OnSwitch } from './link-actions.tsx';
import { CopyAddress, shortAddress } from './copy-address.tsx';
import type { ListSearch } from './links-search.ts';

interface LinksTableProps {
  links: ListedLink[];
  search: ListSearch;
  onEnd?: () => void;
  loadingMore?: boolean;
}

export function LinksTable({ links, search, onEnd, loadingMore }: LinksTableProps) {
  const t = useLinkWords();
  const isDeleted = search.state === 'deleted';
  const { tablet } = useSize();
  const isNarrow = tablet || search.open !== undefined || innerWidth / remInPixels() < ROOM_REM;
  const columns = useMemo(() => columnsOf(t, { isDeleted, isNarrow }), [t, isDeleted, isNarrow]);
  return (
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
  );
}

/** Below that the title would have no place left; a reader's larger text takes room as a narrower window does. */
const ROOM_REM = 68;

/** Beside an open panel, and on a tablet, there is room for the least only. */
function columnsOf(t: LinkWords, { isDeleted, isNarrow }: { isDeleted: boolean; isNarrow: boolean }) {
  return [
    ...nameColumns(t),
    ...(isNarrow ? [] : placeColumns(t)),
    upcomingColumn(t),
    ...(isDeleted ? [] : [onColumn(t)]),
    actionsColumn(t, isDeleted),
  ];
}

type LinkColumn = Column<ListedLink>;

const nameColumns = (t: LinkWords): LinkColumn[] => [
  { key: 'title', header: t('column.title'), cell: (link) => <TitleCell link={link} /> },
  {
    key: 'kind',
    header: t('column.kind'),
    width: '8.5rem',
    cell: (link) => <Tag>{t(`kind.${link.kind}`)}</Tag>,
  },
];

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
