import { PanelSection } from '#ui/side-panel.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { useBookingWords } from './words.ts';

type Change = WholeBooking['history'][number];

/** What happened to it, the newest first. */
export function BookingHistory({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  return (
    <PanelSection title={t('history.title')}>
      <ol className="grid gap-2.5">
        {booking.history.toReversed().map((change) => (
          <ChangeLine key={change.id} change={change} />
        ))}
      </ol>
    </PanelSection>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const say = useChangeWords();
  const { kind, name } = change.by;
  const who = name ?? (kind === 'visitor' ? t('history.byVisitor') : t('history.bySystem'));
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
      <span aria-hidden className="mt-2 h-0.5 w-2 bg-line-strong" />
      <span className="min-w-0 wrap-anywhere">
        <span className="block">{say(change)}</span>
        {typeof change.reason === 'string' && (
          <q dir="auto" className="block text-muted">
            {change.reason}
          </q>
        )}
        <span className="block text-12 text-faint tabular">
          <bdi>{who}</bdi> · <time dateTime={change.at}>{times.stamp(change.at)}</time>
        </span>
      </span>
    </li>
  );
}

const KNOWN = [
  'made',
  'confirmed',
  'held-again',
  'cancelled',
  'reopened',
  'completed',
  'no-show',
  'expired',
  'deleted',
] as const;
const REPLIES = ['accepted', 'declined', 'tentative'] as const;
const FIELDS = ['title', 'location', 'details', 'record'] as const;

function useChangeWords(): (change: Change) => string {
  const t = useBookingWords();
  const times = useBookingTimes();
  return ({ kind, by, ...data }) => {
    if (kind === 'rescheduled' && data.from === data.to) return t('history.handed');
    if (kind === 'rescheduled') {
      return t('history.rescheduled', {
        from: times.stamp(String(data.from)),
        to: times.stamp(String(data.to)),
      });
    }
    if (kind === 'reassigned') {
      const names = { from: String(data.fromName ?? ''), to: String(data.toName ?? '') };
      return t(data.byRule === true ? 'history.reassignedByRule' : 'history.reassigned', names);
    }
    if (kind === 'made' && by.kind === 'visitor') return t('history.booked');
    if (kind === 'changed') {
      const fields = Array.isArray(data.fields) ? data.fields : [];
      const names = FIELDS.filter((field) => fields.includes(field)).map((field) => t(`field.${field}`));
      return t('history.changed', { what: names.join(', ') });
    }
    if (kind === 'replied') {
      const said = REPLIES.find((one) => one === data.answer) ?? 'tentative';
      const guest = typeof data.guest === 'string' ? data.guest : null;
      return guest
        ? t('history.guestReplied', { guest, answer: t(`reply.${said}`) })
        : t(`history.replied.${said}`);
    }
    const known = KNOWN.find((one) => one === kind);
    return known ? t(`history.${known}`) : kind;
  };
}
