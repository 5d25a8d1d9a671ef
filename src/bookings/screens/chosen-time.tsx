import { TriangleAlert } from 'lucide-react';
import { Note } from '#ui/note.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { calledAfter, firstName } from './called.ts';
import { HostDay } from './host-day.tsx';
import { alternativesOf, isOutsideHours, useRefusal } from './refusal-words.ts';
import { TimeButton } from './time-button.tsx';
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
      {move.error && <Refused move={move} />}
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

/** Why the server said no, and the nearest free times if it gave any. */
function Refused({ move }: { move: Reschedule }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const refusal = useRefusal();
  const near = alternativesOf(move.error);
  const isOutside = isOutsideHours(move.error);
  return (
    <Note alert tone={isOutside ? 'wait' : 'danger'} icon={TriangleAlert}>
      {isOutside ? t('move.outside') : refusal(move.error)}
      {near.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2 text-ink">
          {near.map((start) => (
            <TimeButton
              key={start}
              words={times.stamp(start)}
              chosen={false}
              onChoose={() => move.choose(start)}
            />
          ))}
        </div>
      )}
    </Note>
  );
}
