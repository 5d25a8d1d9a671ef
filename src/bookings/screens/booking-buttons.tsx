import { useState } from 'react';
import { useNow } from '#ui/dates.tsx';
import { Button } from '#ui/button.tsx';
import type { ButtonKind } from '#ui/button-look.ts';
import { useMe } from '#people/screens/use-me.ts';
import type { WholeBooking } from './booking-queries.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { ChooseHostDialog } from './choose-host-dialog.tsx';
import { needsHost } from './needs-host.ts';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { useBookingWords } from './words.ts';

type Act = 'choose-host' | 'reschedule' | 'reopen' | 'cancel';

/** What can be done with a booking as it stands; what cannot is not shown. */
export function BookingButtons({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const [asked, ask] = useState<Act | null>(null);
  const acts = useActs(booking);
  const dialog = (act: Act) => ({ booking, open: asked === act, onClose: () => ask(null) });
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {acts.map((act) => (
          <Button key={act} kind={KINDS[act]} onClick={() => ask(act)}>
            {t(`act.${act === 'cancel' && booking.status === 'unverified' ? 'release' : act}`)}
          </Button>
        ))}
        <OutcomeButtons booking={booking} />
      </div>
      <ChooseHostDialog {...dialog('choose-host')} />
      <RescheduleDialog {...dialog('reschedule')} />
      <ReopenDialog {...dialog('reopen')} />
      <CancelDialog {...dialog('cancel')} />
    </>
  );
}

const KINDS: Partial<Record<Act, ButtonKind>> = { cancel: 'danger', 'choose-host': 'primary' };

/** As the server allows: one host may be named for another, of several each keeps the meeting. */
function useActs(booking: WholeBooking): Act[] {
  const { may } = useMe();
  const isAhead = booking.start > useNow();
  const { status, hosts } = booking;
  if (status === 'unverified') return ['cancel'];
  if (status === 'cancelled') return isAhead ? ['reopen'] : [];
  if (status !== 'scheduled') return [];
  const isWanting = needsHost(booking) && hosts.length === 1 && may('book-for-others');
  return [...(isWanting ? (['choose-host'] as const) : []), 'reschedule', 'cancel'];
}
