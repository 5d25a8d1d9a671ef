import { useMemo } from 'react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { needsHost } from '#bookings/screens/needs-host.ts';
import { StatusMark } from '#bookings/screens/status-mark.tsx';
import { useBookingWords } from '#bookings/screens/words.ts';
import { AvatarStack, Person } from '#ui/avatar.tsx';
import { useDates } from '#ui/dates.tsx';
import type { Column } from '#ui/table.tsx';
import { useRoom } from './use-room.ts';

/** Beside an open booking there is less room: what it is called is read there. */
export function useBookingColumns(isOpen: boolean): Column<BookingView>[] {
  const t = useBookingWords();
  const room = useRoom();
  const { hour12 } = useDates().reader;
  const widths = widthsFor(hour12, isOpen);
  const withTitle = room === 'wide' || (room === 'middle' && !isOpen);
  const isTight = isOpen && room !== 'wide';
  return useMemo(
    () => [
      {
        key: 'time',
        header: t('list.time'),
        width: widths.time,
        sorts: true,
        cell: (row) => <NamedTime booking={row} />,
      },
      { key: 'visitor', header: t('list.visitor'), cell: (row) => <Visitor booking={row} /> },
      ...(withTitle ? [titleColumn(t('list.meeting'))] : []),
      hostColumn(t('list.host'), isTight),
      {
        key: 'status',
        header: t('list.status'),
        width: widths.status,
        cell: (row) => <StatusMark booking={row} />,
      },
    ],
    [t, withTitle, isTight, widths],
  );
}

const BY_24_HOURS = { time: '8rem', status: '9rem' };
const BY_12_HOURS = { time: '11rem', status: '9rem' };
/** "11:30 AM – 12:30 PM" is longer than "11:30 – 12:30"; beside an open booking what is usual is readable. */
const BY_12_HOURS_BESIDE = { time: '9rem', status: '8rem' };

function widthsFor(hour12: boolean, isOpen: boolean) {
  if (!hour12) return BY_24_HOURS;
  return isOpen ? BY_12_HOURS_BESIDE : BY_12_HOURS;
}

/** Where there is little room, hosts are their initials. */
function hostColumn(header: string, isTight: boolean): Column<BookingView> {
  if (!isTight) return { key: 'host', header, width: '9.5rem', cell: (row) => <Hosts booking={row} /> };
  const cell = ({ hosts, status }: BookingView) =>
    status !== 'unverified' && <AvatarStack people={hosts} most={3} />;
  return { key: 'host', header, width: '5rem', cell };
}

function titleColumn(header: string): Column<BookingView> {
  return {
    key: 'title',
    header,
    width: '20%',
    cell: ({ title }) => (
      <bdi className="text-muted" title={title}>
        {title}
      </bdi>
    ),
  };
}

/** Two lines on a phone: when and who, then what and its state. */
export function BookingLines({ booking }: { booking: BookingView }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-2 leading-5">
      <span className="truncate">
        <Time booking={booking} /> <Name booking={booking} />
      </span>
      <span className="row-span-2 self-center">
        <StatusMark booking={booking} />
      </span>
      <span className="truncate text-muted">
        <bdi>{booking.title}</bdi>
        {booking.status !== 'unverified' && booking.hosts.length > 0 && (
          <> · {booking.hosts.map(({ name }) => name).join(', ')}</>
        )}
      </span>
    </span>
  );
}

/** The link of the row: seen as its time, read aloud with who comes. */
function NamedTime({ booking }: { booking: BookingView }) {
  return (
    <>
      <Time booking={booking} />
      {booking.visitor && <span className="sr-only"> {booking.visitor.name || booking.visitor.email}</span>}
    </>
  );
}

function Time({ booking: { start, end, status } }: { booking: BookingView }) {
  const dates = useDates();
  const isOff = status === 'cancelled' || status === 'expired';
  return (
    <time dateTime={start} className={isOff ? 'line-through decoration-line-strong' : 'font-medium'}>
      {dates.range(start, end)}
    </time>
  );
}

function Visitor({ booking }: { booking: BookingView }) {
  const { visitor } = booking;
  return (
    <>
      <Name booking={booking} />
      {visitor?.name && <span className="text-faint"> {visitor.email}</span>}
    </>
  );
}

function Name({ booking: { visitor } }: { booking: BookingView }) {
  const t = useBookingWords();
  if (!visitor) return <span className="text-faint">{t('list.nobody')}</span>;
  const name = visitor.name || visitor.email;
  return (
    <bdi className="font-medium" title={name}>
      {name}
    </bdi>
  );
}

function Hosts({ booking }: { booking: BookingView }) {
  const t = useBookingWords();
  const { hosts, status } = booking;
  if (status === 'unverified') return <span className="text-faint">{t('list.afterConfirming')}</span>;
  const [only] = hosts;
  if (needsHost(booking) && only && hosts.length === 1) {
    const why = t(`head.needsHostWhy.${booking.needsHost!.why}`, { name: only.name });
    return (
      <span className="font-medium text-wait" title={why}>
        {t('act.choose-host')}
        <span className="sr-only">. {why}</span>
      </span>
    );
  }
  if (only && hosts.length === 1) return <Person id={only.id} name={only.name} />;
  return <AvatarStack people={hosts} />;
}
