import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Person } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { foldText } from '#ui/choices.ts';
import { Empty } from '#ui/empty.tsx';
import { Input } from '#ui/input.tsx';
import { Problem } from '#ui/problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { membersQuery, type MemberView } from './member-queries.ts';
import { usePeopleWords } from './words.ts';

export interface MembersListProps {
  /** The row's address, without words. */
  rowLink: (member: MemberView) => ReactElement;
  active: string | null;
}

/** Everybody, the active first. */
export function MembersList({ rowLink, active }: MembersListProps) {
  const t = usePeopleWords();
  const members = useQuery(membersQuery());
  const [typed, setTyped] = useState('');
  const columns = useColumns(active !== null);
  useShortcuts({ '/': () => document.querySelector<HTMLInputElement>('#members-filter')?.focus() });
  if (members.isPending) return <Skeleton rows={6} />;
  if (members.isError) return <Problem title={t('picker.failed')} onRetry={() => void members.refetch()} />;
  const wanted = foldText(typed);
  const rows = members.data
    .filter(({ name, email }) => foldText(`${name} ${email}`).includes(wanted))
    .toSorted((one, other) => Number(other.active) - Number(one.active));
  return (
    <>
      <Filter typed={typed} onType={setTyped} />
      {rows.length === 0 ? (
        <div className="px-6 max-tablet:px-4">
          <Empty small title={t('picker.nobody')} />
        </div>
      ) : (
        <Table
          label={t('members.list')}
          className="min-h-0 flex-1"
          {...{ columns, rows, rowLink, active }}
          rowKey={({ id }) => id}
          isDim={(member) => !member.active}
          phoneCell={(member) => <PhoneCell member={member} />}
          total={rows.length}
        />
      )}
    </>
  );
}

function Filter({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const t = usePeopleWords();
  return (
    <div className="px-6 py-2 max-tablet:px-4">
      <Input
        id="members-filter"
        size="s"
        icon={Search}
        value={typed}
        onChange={onType}
        placeholder={t('picker.search')}
        aria-label={t('picker.search')}
        className="max-w-72"
      />
    </div>
  );
}

/** Beside an open member there is room for who and what state. */
function useColumns(isNarrow: boolean): Column<MemberView>[] {
  const t = usePeopleWords();
  const all: Column<MemberView>[] = [
    { key: 'name', header: t('members.name'), cell: (one) => <Person id={one.id} name={one.name} /> },
    { key: 'email', header: t('members.email'), cell: ({ email }) => <bdi title={email}>{email}</bdi> },
    { key: 'role', header: t('members.role'), width: '8rem', cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'seat',
      header: t('members.seat'),
      width: '6rem',
      cell: ({ seat }) => t(seat ? 'members.yes' : 'members.no'),
    },
    { key: 'state', header: t('members.state'), width: '9rem', cell: (one) => <MemberState member={one} /> },
  ];
  return isNarrow ? all.filter(({ key }) => key === 'name' || key === 'state') : all;
}

function PhoneCell({ member }: { member: MemberView }) {
  const t = usePeopleWords();
  return (
    <span className="grid min-w-0 gap-0.5 py-1.5">
      <Person id={member.id} name={member.name} />
      <span className="flex items-center gap-2 text-12 text-faint">
        {t(`role.${member.role}`)} <MemberState member={member} />
      </span>
    </span>
  );
}

export function MemberState({ member }: { member: Pick<MemberView, 'active' | 'invited'> }) {
  const t = usePeopleWords();
  if (!member.active) return <State shape="off">{t('members.inactive')}</State>;
  return member.invited ? (
    <State shape="queued">{t('members.invited')}</State>
  ) : (
    <State shape="order">{t('members.active')}</State>
  );
}
