import { useMemo, useState } from 'react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { calledAfter } from '#bookings/screens/called.ts';
import { HandoverDialog } from '#bookings/screens/handover-dialog.tsx';
import { useBookingWords } from '#bookings/screens/words.ts';
import { useMe } from '#people/screens/use-me.ts';
import { BulkBar } from '#ui/bulk-bar.tsx';
import { Button } from '#ui/button.tsx';
import type { TicksProps } from '#ui/use-ticks.ts';
import type { BookingsList } from './use-bookings.ts';

/** Meetings that need a host can be ticked and handed over together, by whoever may give meetings to others. */
export function useHandoverTicks({ filter }: BookingsList) {
  const t = useBookingWords();
  const { may } = useMe();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const isOn = filter.needsHost === 'true' && may('book-for-others');
  const ticks = useMemo(
    (): TicksProps<BookingView> => ({
      ticked,
      onTick: setTicked,
      name: (booking) => t('bulk.tick', { name: calledAfter(booking) }),
    }),
    [ticked, t],
  );
  return { ticks: isOn ? ticks : undefined, ticked, clear: () => setTicked(new Set()) };
}

interface BulkProps {
  list: BookingsList;
  ticks: ReturnType<typeof useHandoverTicks>;
}

/** What was chosen stays chosen while it is asked about, whatever the list behind shows by then. */
export function NeedsHostBulk({ list, ticks }: BulkProps) {
  const t = useBookingWords();
  const [asked, ask] = useState<readonly BookingView[] | null>(null);
  const chosen = list.items.filter(({ id }) => ticks.ticked.has(id));
  if (!ticks.ticks) return null;
  return (
    <>
      <BulkBar count={chosen.length} onClear={ticks.clear}>
        <Button kind="primary" onClick={() => ask(chosen)}>
          {t('bulk.act')}
        </Button>
      </BulkBar>
      {asked && (
        <HandoverDialog
          bookings={asked}
          onClose={() => {
            ask(null);
            ticks.clear();
          }}
        />
      )}
    </>
  );
}
