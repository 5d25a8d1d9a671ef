import { Link } from '@tanstack/react-router';
import {
  CalendarCheck,
  CalendarClock,
  CalendarDays,
  CalendarX2,
  Mail,
  MapPin,
  Merge,
  Pencil,
  Plus,
  RotateCcw,
  SquareCheck,
  StickyNote,
  Trash2,
  UserCheck,
  type LucideIcon,
} from 'lucide-react';
import { NoteCard } from '#crm/notes/screens/note-card.tsx';
import { noteOn } from '#crm/notes/screens/note-queries.ts';
import { recordPath } from '#crm/timeline/screens/record-path.ts';
import { ActivityDeed } from '#crm/activities/screens/activity-deed.tsx';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { useDates } from '#ui/dates.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { TimelineItem } from '#ui/timeline.tsx';
import { ChangeLines } from './change-lines.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { MergedDeed, MergedLines } from './merged-lines.tsx';
import { useRecordWords } from './words.ts';

const ICONS: Record<string, LucideIcon> = {
  created: Plus,
  changed: Pencil,
  deleted: Trash2,
  restored: RotateCcw,
  note: StickyNote,
  address: MapPin,
  email: Mail,
  task: SquareCheck,
  event: CalendarDays,
  converted: UserCheck,
  merged: Merge,
  'booking.made': CalendarCheck,
  'booking.rescheduled': CalendarClock,
  'booking.cancelled': CalendarX2,
  'booking.no-show': CalendarX2,
};

/** A timeline's entry in words, with its sign; what happened elsewhere than on `path` says where. */
export function useHappenings(path: string): (entry: TimelineEntry) => TimelineItem {
  const dates = useDates();
  return (entry) => {
    const what = entry.kind === 'booking' ? `booking.${String(entry.data['what'])}` : entry.kind;
    const note = entry.kind === 'note' ? noteOn(entry) : undefined;
    return {
      key: entry.id,
      icon: ICONS[what] ?? CalendarCheck,
      tone: what === 'booking.made' ? 'accent' : 'plain',
      text: <Happening entry={entry} elsewhere={recordPath(entry.record) !== path} />,
      when: (
        <time dateTime={entry.at} title={dates.when(entry.at)}>
          {dates.briefDay(dates.dateOf(entry.at))}, {dates.time(entry.at)}
        </time>
      ),
      ...(note && { quote: <NoteCard note={note} path={recordPath(entry.record)} /> }),
    };
  };
}

function Happening({ entry, elsewhere }: { entry: TimelineEntry; elsewhere: boolean }) {
  const t = useRecordWords();
  const by = entry.by.name ?? t(`by.${entry.by.kind}`);
  return (
    <>
      <bdi className="font-medium">{by}</bdi> <Deed entry={entry} />
      {elsewhere && <Elsewhere record={entry.record} />}
      {entry.kind === 'changed' && <ChangeLines entry={entry} />}
      {entry.kind === 'merged' && <MergedLines entry={entry} />}
    </>
  );
}

const OF_RECORDS = ['created', 'deleted', 'restored', 'note', 'converted'] as const;
const OF_BOOKINGS = [
  'made',
  'linked',
  'rescheduled',
  'reassigned',
  'cancelled',
  'reopened',
  'completed',
  'no-show',
  'deleted',
] as const;

function Deed({ entry }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  if (entry.kind === 'task' || entry.kind === 'event') return <ActivityDeed entry={entry} />;
  if (entry.kind === 'changed') return <>{t('did.changedWhat')}</>;
  if (entry.kind === 'merged') return <MergedDeed entry={entry} />;
  if (entry.kind === 'address') return <AddressDeed entry={entry} />;
  if (entry.kind === 'email') return <EmailDeed entry={entry} />;
  if (entry.kind === 'booking') {
    const done = OF_BOOKINGS.find((name) => name === entry.data['what']) ?? 'linked';
    return (
      <>
        {t(`did.booking.${done}`)} <BookingLink entry={entry} />
      </>
    );
  }
  if (entry.kind === 'note' && !noteOn(entry)) return <>{t('did.noteDeleted')}</>;
  const known = OF_RECORDS.find((name) => name === entry.kind);
  return <>{known ? t(`did.${known}`) : entry.kind}</>;
}

function BookingLink({ entry }: { entry: TimelineEntry }) {
  const dates = useDates();
  const start = String(entry.data['start'] ?? '');
  return (
    <Link to="/bookings" search={{ open: entry.bookingId }} className={TEXT_LINK}>
      <bdi>{String(entry.data['title'] ?? '')}</bdi>
      {start && `, ${dates.when(start)}`}
    </Link>
  );
}

function AddressDeed({ entry: { data } }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  const what = (['changed', 'deleted'] as const).find((one) => one === data['what']) ?? 'added';
  return (
    <>
      {t(`did.address.${what}`)} <bdi>{String(data['title'] ?? '')}</bdi>
    </>
  );
}

function EmailDeed({ entry: { data } }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  const to = Array.isArray(data['to']) ? data['to'].join(', ') : '';
  return (
    <>
      {t(data['direction'] === 'in' ? 'did.email.in' : 'did.email.out', { to })}{' '}
      <bdi className="font-medium">{String(data['subject'] ?? '')}</bdi>
    </>
  );
}
