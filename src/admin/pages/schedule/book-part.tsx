import { useBookingTimes } from '#bookings/screens/booking-times.ts';
import { firstName } from '#bookings/screens/called.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { useSize } from '#ui/use-size.ts';
import { InTheWay } from './in-the-way.tsx';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

interface BookPartProps {
  state: Schedule;
  /** Goes where a time is chosen. */
  onChooseTime: () => void;
  /** On a phone: there is more to say first. */
  onFurther?: () => void;
}

/** What will be booked, what speaks against it, and the one button. */
export function BookPart({ state, onChooseTime, onFurther }: BookPartProps) {
  const t = useScheduleWords();
  const times = useBookingTimes();
  const { meeting, draft, prefilled, change } = state;
  const whenOf = ({ start, end }: { start: string; end: string }) =>
    `${times.briefDay(times.dateOf(start))}, ${times.range(start, end)}`;
  const isInvited = (draft.people ?? prefilled.people).length > 0;
  return (
    <footer className="grid flex-none gap-2 border-t border-line px-6 py-3 max-tablet:px-4">
      <InTheWay state={state} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 max-phone:gap-y-0">
        <p
          aria-live="polite"
          className={meeting ? 'tabular font-semibold first-letter:uppercase' : 'text-faint'}
        >
          {meeting ? whenOf(meeting) : t('chooseWhat')}
        </p>
        {isInvited && !onFurther && (
          <Checkbox checked={draft.notify} onChange={(notify) => change({ notify })}>
            {t('notify')}
          </Checkbox>
        )}
      </div>
      <Act state={state} onChooseTime={onChooseTime} onFurther={onFurther} />
    </footer>
  );
}

const WIDE = 'h-(--control) w-full touch:h-(--touch)';

/** Each is a button of its own: one that became another under the finger would be pressed twice. */
function Act({ state, onChooseTime, onFurther }: BookPartProps) {
  const t = useScheduleWords();
  const { meeting, who, isBlocked } = state;
  const look = { kind: 'primary', size: 'm', className: WIDE } as const;
  if (!meeting)
    return (
      <Button key="choose" {...look} disabled={who.hostId === null} onClick={onChooseTime}>
        {t('choose')}
      </Button>
    );
  if (onFurther)
    return (
      <Button key="further" {...look} disabled={isBlocked} onClick={onFurther}>
        {t('further')}
      </Button>
    );
  return <Book key="book" state={state} start={meeting.start} />;
}

function Book({ state, start }: { state: Schedule; start: string }) {
  const t = useScheduleWords();
  const times = useBookingTimes();
  const { phone } = useSize();
  const { who, time, isOutside, isBlocked, busy } = state;
  const name = firstName(time.host?.name ?? '');
  const words = who.isMine ? (isOutside ? 'bookSelfAnyway' : 'bookSelf') : isOutside ? 'bookAnyway' : 'book';
  return (
    <Button
      kind="primary"
      size="m"
      type="submit"
      data-book=""
      shortcut={phone ? undefined : 'Ctrl+Enter'}
      busy={busy}
      disabled={isBlocked || who.hostId === null}
      className={WIDE}
    >
      {t(words, { time: times.time(start), name })}
    </Button>
  );
}
