import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { calledAfter, firstName } from './called.ts';
import { HostDay } from './host-day.tsx';
import { RefusedTime } from './refused-time.tsx';
import type { Reschedule } from './use-reschedule.ts';
import { VerdictNote } from './verdict-note.tsx';
import { plusMinutes } from './wall-time.ts';
import { useBookingWords } from './words.ts';

/** The day of the hosts with the chosen time in it, and what speaks against it. */
export function ChosenTime({ booking, move }: { booking: WholeBooking; move: Reschedule }) {
  const { start, minutes } = move;
  return (
    <div className="mt-4 grid gap-3">
      {move.spans.map((host) => (
        <HostDay
          key={host.memberId}
          name={host.name}
          spans={host.spans}
          date={move.date}
          ownBookingId={booking.id}
          chosen={start ? { start, end: plusMinutes(start, minutes) } : null}
        />
      ))}
      {start && <ForVisitor booking={booking} start={start} />}
      {!move.isFree &&
        move.verdicts.map(({ memberId, name, verdict }) => (
          <VerdictNote key={memberId} name={name} verdict={verdict} />
        ))}
      {move.error && <RefusedTime error={move.error} onChoose={move.choose} />}
    </div>
  );
}

function ForVisitor({ booking, start }: { booking: WholeBooking; start: string }) {
  const t = useBookingWords();
  const there = useBookingTimes().elsewhere(start, booking.timeZone);
  if (!booking.visitor || !there) return null;
  return (
    <p className="text-muted wrap-anywhere">
      {t('head.elsewhere', { name: firstName(calledAfter(booking)), ...there })}
    </p>
  );
}
