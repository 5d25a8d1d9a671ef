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

interface LinksTableProps {
  links: ListedLink[];
  search: ListSearch;
  onEnd?: () => void;
  loadingMore?: boolean;
}

export function LinksTable({ links, search, onEnd, loadingMore }: LinksTableProps) {
  const t = useLinkWords();
  const isDeleted = search.state === 'deleted';
  const columns = useMemo(() => columnsOf(t, isDeleted), [t, isDeleted]);
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

function columnsOf(t: LinkWords, isDeleted: boolean): Column<ListedLink>[] {
  const columns: Column<ListedLink>[] = [
    { key: 'title', header: t('column.title'), cell: (link) => <TitleCell link={link} /> },
    {
      key: 'kind',
      header: t('column.kind'),
      width: '9rem',
      cell: (link) => <Tag>{t(`kind.${link.kind}`)}</Tag>,
    },
    {
      key: 'address',
      header: t('column.address'),
      width: '16rem',
      cell: (link) => <CopyAddress link={link} />,
    },
    { key: 'hosts', header: t('column.hosts'), width: '11rem', cell: (link) => <Hosts link={link} /> },
    {
      key: 'upcoming',
      header: t('column.upcoming'),
      width: '6rem',
      align: 'end',
      cell: (link) => link.upcoming || '',
    },
  ];
  if (!isDeleted)
    columns.push({
      key: 'on',
      header: t('column.on'),
      width: '4rem',
      cell: (link) => <OnSwitch link={link} />,
    });
  const actions = { key: 'actions', header: t('column.actions'), align: 'end' as const };
  return [
    ...columns,
    {
      ...actions,
      width: isDeleted ? '9rem' : '7rem',
      cell: (link) => <LinkActions link={link} isDeleted={isDeleted} />,
    },
  ];
}

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
  return (
    <span className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{link.title}</bdi>
        <span className="block truncate text-12 text-faint">
          {[
            t(`kind.${link.kind}`),
            link.upcoming > 0 ? t('list.upcoming', { count: link.upcoming }) : shortAddress(link),
          ].join(' · ')}
        </span>
      </span>
      <LinkActions link={link} isDeleted={isDeleted} />
    </span>
  );
}
