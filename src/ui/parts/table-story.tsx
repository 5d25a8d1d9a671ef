import { useCallback, useMemo, useState } from 'react';
import { Person } from '../avatar.tsx';
import { State } from '../badge.tsx';
import { BulkBar } from '../bulk-bar.tsx';
import { Button } from '../button.tsx';
import { useDates } from '../dates.tsx';
import { SmallTable } from '../small-table.tsx';
import { Table, type Column, type Sort } from '../table.tsx';
import { PEOPLE, VISITORS } from './cast.ts';
import { Story } from './story.tsx';

interface Meeting {
  id: string;
  date: string;
  time: string;
  visitor: string;
  link: string;
  host: (typeof PEOPLE)[number];
  waits: boolean;
}

const PAGE = 200;
const ALL = 10_000;

const COLUMNS: Column<Meeting>[] = [
  {
    key: 'time',
    header: 'Time',
    width: '8rem',
    sorts: true,
    cell: (row) => <time className="font-medium">{row.time}</time>,
  },
  { key: 'visitor', header: 'Visitor', sorts: true, cell: (row) => row.visitor },
  { key: 'link', header: 'Link', width: '9rem', cell: (row) => row.link },
  {
    key: 'host',
    header: 'Host',
    width: '12rem',
    cell: (row) => <Person id={row.host.id} name={row.host.name} />,
  },
  { key: 'state', header: 'Status', width: '9rem', cell: (row) => <MeetingState waits={row.waits} /> },
];

const WHY: Column<(typeof PEOPLE)[number]>[] = [
  { key: 'host', header: 'Host', cell: (person) => <Person id={person.id} name={person.name} /> },
  { key: 'at', header: 'At 14:00', cell: () => 'Free' },
  { key: 'day', header: 'That day', align: 'end', cell: (person) => person.name.length - 9 },
];

export function TableStory() {
  return (
    <Story id="tables" title="Tables">
      <LongTable />
      <SmallTable
        label="Why Bo"
        columns={WHY}
        rows={PEOPLE.slice(0, 3)}
        rowKey={(person) => person.id}
        isChosen={(person) => person.id === 'bo'}
        foot="Rule: fewest that day. No owner, so everyone was a candidate."
      />
    </Story>
  );
}

function LongTable() {
  const { day } = useDates();
  const [loaded, setLoaded] = useState(PAGE);
  const [sort, setSort] = useState<Sort>({ key: 'time', descending: false });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ticks = useMemo(() => ({ ticked, onTick: setTicked, name: (row: Meeting) => row.visitor }), [ticked]);
  const rows = useMemo(() => Array.from({ length: loaded }, (_, index) => meeting(index)), [loaded]);
  const onEnd = useCallback(() => setLoaded((count) => Math.min(ALL, count + PAGE)), []);
  return (
    <div className="flex h-110 flex-col overflow-hidden rounded-r border border-line">
      <Table
        label="Bookings"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowLink={addressOf}
        active="m4"
        isDim={(row) => row.id === 'm1'}
        groupOf={(row) => ({ key: row.date, label: day(row.date) })}
        phoneCell={phoneMeeting}
        sort={sort}
        onSort={setSort}
        total={ALL}
        onEnd={loaded < ALL ? onEnd : undefined}
        ticks={ticks}
      />
      <BulkBar
        count={ticked.size}
        onClear={() => setTicked(new Set())}
        total={ALL}
        onAll={() => setTicked(new Set(Array.from({ length: ALL }, (_, index) => `m${index}`)))}
      >
        <Button>Change the host</Button>
        <Button kind="danger">Cancel meetings</Button>
      </BulkBar>
    </div>
  );
}

// oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- the table writes the words
const addressOf = (row: Meeting) => <a href={`#${row.id}`} />;

function phoneMeeting(row: Meeting) {
  return (
    <span className="block min-w-0">
      <span className="flex items-baseline justify-between gap-2">
        <span className="truncate font-medium">{row.visitor}</span>
        <time className="text-faint">{row.time}</time>
      </span>
      <span className="flex items-baseline justify-between gap-2 text-faint">
        <span className="truncate">{row.link}</span>
        <MeetingState waits={row.waits} />
      </span>
    </span>
  );
}

function MeetingState({ waits }: { waits: boolean }) {
  return waits ? <State shape="waiting">Needs a host</State> : <State shape="booked">Scheduled</State>;
}

function meeting(index: number): Meeting {
  const day = new Date(Date.UTC(2026, 11, 1 + Math.floor(index / 6)));
  const hour = String(8 + (index % 6)).padStart(2, '0');
  return {
    id: `m${index}`,
    date: day.toISOString().slice(0, 10),
    time: `${hour}:00 – ${hour}:45`,
    visitor: VISITORS[index % VISITORS.length] ?? '',
    link: index % 3 === 0 ? 'Intro call' : 'Product demo',
    host: PEOPLE[index % PEOPLE.length] ?? PEOPLE[0]!,
    waits: index % 11 === 5,
  };
}
