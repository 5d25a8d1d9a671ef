import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, type KeyboardEvent } from 'react';
import { Tag } from '#ui/badge.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';
import { Hosts } from './link-hosts.tsx';
import { LinkActions, MoreMenu } from './link-actions.tsx';
import { OnSwitch } from './on-switch.tsx';
import { useMayEdit } from './use-may-edit.ts';
import { TimesTally, tallyWords } from './times-tally.tsx';
import { CopyAddress, shortAddress } from './copy-address.tsx';
import type { ListSearch } from './links-search.ts';
import { useRoom } from '#ui/use-room.ts';

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
  const groupOf = useGroups(links);
  const rowLink = useRowLink(search.open);
  return (
    <div ref={ref} className="flex min-h-0 flex-1 flex-col">
      <Table
        label={t('list.title')}
        columns={columns}
        rows={links}
        rowKey={({ id }) => id}
        rowLink={isDeleted ? undefined : rowLink}
        active={search.open ?? null}
        isDim={({ active }) => !active}
        groupOf={groupOf}
        phoneCell={(link) => <PhoneCell link={link} isDeleted={isDeleted} />}
        phoneEnd={isDeleted ? undefined : phoneEnd}
        onEnd={onEnd}
        loadingMore={loadingMore}
      />
    </div>
  );
}

/** L2, L3: general availability, then picked times; one group alone needs no words. */
function useGroups(links: readonly ListedLink[]) {
  const t = useLinkWords();
  const hasTimes = links.some(({ kind }) => kind === 'specific-times');
  return useMemo(() => {
    if (!hasTimes) return undefined;
    return ({ kind }: ListedLink) => {
      const key = kind === 'specific-times' ? 'times' : 'general';
      return { key, label: t(`list.${key}`) };
    };
  }, [t, hasTimes]);
}

/** L2: from a row the arrow to the right shows what is free beside the list, that to the left hides it. */
function useRowLink(open: string | undefined) {
  const go = useNavigate({ from: '/links' });
  return ({ id }: ListedLink) => {
    const unfold = ({ key }: KeyboardEvent) => {
      if (key !== (open === id ? 'ArrowLeft' : 'ArrowRight')) return;
      const shown = open === id ? undefined : id;
      void go({ search: (before) => ({ ...before, open: shown }), replace: true });
    };
    return <Link to="/links/$linkId" params={{ linkId: id }} onKeyDown={unfold} />;
  };
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
  cell: (link) => (link.tally ? <TimesTally link={link} /> : <Tag>{t(`kind.${link.kind}`)}</Tag>),
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
  width: isDeleted ? '10rem' : '10.5rem',
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
  const kind = link.tally ? tallyWords(t, link) : t(`kind.${link.kind}`);
  const parts = [kind, ...(link.active ? [] : [t('list.isOff')]), detail];
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

const phoneEnd = (link: ListedLink) => <PhoneActions link={link} />;

/** Fingers have one button; all acts are behind it. */
function PhoneActions({ link }: { link: ListedLink }) {
  const mayEdit = useMayEdit()(link);
  return <MoreMenu link={link} mayEdit={mayEdit} />;
}
