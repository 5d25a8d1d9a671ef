import { Link } from '@tanstack/react-router';
import {
  CalendarCheck,
  CalendarClock,
  CalendarDays,
  CalendarX2,
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
import { useRecordWords } from './words.ts';

const ICONS: Record<string, LucideIcon> = {
  created: Plus,
  changed: Pencil,
  deleted: Trash2,
  restored: RotateCcw,
  note: StickyNote,
  task: SquareCheck,
  event: CalendarDays,
  converted: UserCheck,
  'booking.made': CalendarCheck,
  'booking.rescheduled': CalendarClock,
  'booking.cancelled': CalendarX2,
  'booking.no-show': CalendarX2,
};

/** A timeline's entry in words, with its sign. */
export function useHappenings(): (entry: TimelineEntry) => TimelineItem {
  const dates = useDates();
  return (entry) => {
    const what = entry.kind === 'booking' ? `booking.${String(entry.data['what'])}` : entry.kind;
    const note = entry.kind === 'note' ? noteOn(entry) : undefined;
    return {
      key: entry.id,
      icon: ICONS[what] ?? CalendarCheck,
      tone: what === 'booking.made' ? 'accent' : 'plain',
      text: <Happening entry={entry} />,
      when: (
        <time dateTime={entry.at} title={dates.when(entry.at)}>
          {dates.briefDay(dates.dateOf(entry.at))}, {dates.time(entry.at)}
        </time>
      ),
      ...(note && { quote: <NoteCard note={note} path={recordPath(entry.record)} /> }),
    };
  };
}

function Happening({ entry }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  const by = entry.by.name ?? t(`by.${entry.by.kind}`);
  return (
    <>
      <bdi className="font-medium">{by}</bdi> <Deed entry={entry} />
    </>
  );
}

const OF_RECORDS = ['created', 'deleted', 'restored', 'note', 'converted'] as const;
const OF_BOOKINGS = [
  'made',
  'linked',
  'rescheduled',
  'cancelled',
  'reopened',
  'completed',
  'no-show',
  'deleted',
] as const;

function Deed({ entry }: { entry: TimelineEntry }) {
  const t = useRecordWords();
  const fields = useFieldNames(entry);
  if (entry.kind === 'task' || entry.kind === 'event') return <ActivityDeed entry={entry} />;
  if (entry.kind === 'changed') return <>{t('did.changed', { fields })}</>;
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

const FIELDS = [
  'name',
  'emails',
  'phone',
  'phones',
  'skype',
  'jobTitle',
  'companyName',
  'source',
  'status',
  'ownerId',
] as const;

/** 'name, phone': what was changed, in the reader's words. */
function useFieldNames(entry: TimelineEntry): string {
  const t = useRecordWords();
  const { reader } = useDates();
  const changes = (entry.data['changes'] ?? []) as { field: string }[];
  const names = FIELDS.filter((name) => changes.some(({ field }) => field === name)).map((name) =>
    t(`field.${name}`),
  );
  return new Intl.ListFormat(reader.language).format(
    names.map((name) => name.toLocaleLowerCase(reader.language)),
  );
}
