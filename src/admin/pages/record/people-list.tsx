import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { Who } from '#people/screens/who.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { PeopleSearch } from './people-search.ts';
import { mainEmail, type PersonView } from './person.ts';
import { useRecordWords } from './words.ts';

type Row = PersonView & { activeAt: string };

export interface PeopleListProps<Person extends Row> {
  kind: 'leads' | 'contacts';
  found: UseInfiniteQueryResult<InfiniteData<{ items: Person[]; next: string | null }>>;
  search: PeopleSearch;
  onSearch: (change: PeopleSearch) => void;
  rowLink: (person: Person) => ReactElement;
  /** Columns of this kind only, between the address and the owner. */
  columns: readonly Column<Person>[];
  onCreate: () => void;
}

/** Leads or contacts: found by a word, one's own or everybody's, newest first or by name. */
export function PeopleList<Person extends Row>(props: PeopleListProps<Person>) {
  const t = useRecordWords();
  const { search, onSearch } = props;
  return (
    <>
      <FilterBar
        text={search.q ?? ''}
        onText={(q) => onSearch({ ...search, q: q || undefined })}
        filters={[]}
        onRemove={() => undefined}
        onClear={() => onSearch({})}
        aside={
          <Segmented
            label={t('list.of')}
            items={[
              { value: 'all', label: t('list.all') },
              { value: 'mine', label: t('list.mine') },
            ]}
            value={search.mine ? 'mine' : 'all'}
            onChange={(whose) => onSearch({ ...search, mine: whose === 'mine' ? true : undefined })}
          />
        }
      />
      <Found {...props} />
    </>
  );
}

function Found<Person extends Row>(props: PeopleListProps<Person>) {
  const t = useRecordWords();
  const { found, search, onSearch } = props;
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const columns = useColumns(props.columns);
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('failed.list')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
        broken
      >
        {t('failed.listWhat')}
      </Problem>
    );
  }
  if (!found.data) return <Skeleton rows={12} />;
  if (rows.length === 0) return <Nobody {...props} />;
  const sort = search.sort ?? '-createdAt';
  return (
    <Table
      label={t(`list.${props.kind}`)}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={props.rowLink}
      phoneCell={(person) => <PhonePerson person={person} />}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      onSort={({ key, descending }) => onSearch({ ...search, sort: `${descending ? '-' : ''}${key}` })}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
    />
  );
}

function useColumns<Person extends Row>(own: readonly Column<Person>[]): Column<Person>[] {
  const t = useRecordWords();
  return useMemo(() => {
    const name: Column<Person> = {
      key: 'name',
      header: t('field.name'),
      width: '24%',
      sorts: true,
      cell: (person) => <Name person={person} />,
    };
    const email: Column<Person> = {
      key: 'email',
      header: t('field.emails'),
      cell: (person) => <bdi title={mainEmail(person)}>{mainEmail(person)}</bdi>,
    };
    return [name, email, ...own, ...lastColumns<Person>(t)];
  }, [own, t]);
}

function lastColumns<Person extends Row>(t: ReturnType<typeof useRecordWords>): Column<Person>[] {
  const day = { width: '7.5rem', align: 'end' } as const;
  return [
    {
      key: 'owner',
      header: t('field.ownerId'),
      width: '11rem',
      cell: ({ ownerId }) => ownerId && <Who id={ownerId} />,
    },
    { ...day, key: 'activeAt', header: t('list.last'), cell: ({ activeAt }) => <Day at={activeAt} /> },
    {
      ...day,
      key: 'createdAt',
      header: t('list.added'),
      sorts: true,
      cell: ({ createdAt }) => <Day at={createdAt} />,
    },
  ];
}

function Day({ at }: { at: string }) {
  const dates = useDates();
  return <time dateTime={at}>{dates.briefDay(dates.dateOf(at))}</time>;
}

function Name({ person }: { person: Row }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <Avatar id={person.id} name={person.name} />
      <bdi className="truncate font-medium" title={person.name}>
        {person.name}
      </bdi>
    </span>
  );
}

function PhonePerson({ person }: { person: Row }) {
  return (
    <span className="block min-w-0">
      <Name person={person} />
      <bdi className="block truncate ps-7 text-muted">{mainEmail(person)}</bdi>
    </span>
  );
}

function Nobody<Person extends Row>({ kind, search, onSearch, onCreate }: PeopleListProps<Person>) {
  const t = useRecordWords();
  const isFiltered = Boolean(search.q || search.mine || search.status);
  if (isFiltered) {
    return (
      <Empty
        title={t('empty.filtered')}
        action={<Button onClick={() => onSearch({})}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <Empty
      title={t(`empty.${kind}`)}
      action={
        <Button kind="primary" shortcut="C" onClick={onCreate}>
          {t(kind === 'leads' ? 'list.newLead' : 'list.newContact')}
        </Button>
      }
    >
      {t(kind === 'leads' ? 'empty.leadsWhat' : 'empty.contactsWhat')}
    </Empty>
  );
}
