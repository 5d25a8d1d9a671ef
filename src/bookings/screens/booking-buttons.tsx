import { useState } from 'react';
import { useNow } from '#ui/dates.tsx';
import { Button } from '#ui/button.tsx';
import type { ButtonKind } from '#ui/button-look.ts';
import { useMe } from '#people/screens/use-me.ts';
import type { WholeBooking } from './booking-queries.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { needsHost } from './needs-host.ts';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { useBookingWords } from './words.ts';

type Act = 'choose-host' | 'reschedule' | 'reassign' | 'take' | 'reopen' | 'cancel';

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
      {asked && HANDS_OVER.includes(asked) && (
        <ReassignDialog booking={booking} open onClose={() => ask(null)} />
      )}
      <RescheduleDialog {...dialog('reschedule')} />
      <ReopenDialog {...dialog('reopen')} />
      <CancelDialog {...dialog('cancel')} />
    </>
  );
}

const KINDS: Partial<Record<Act, ButtonKind>> = { cancel: 'danger', 'choose-host': 'primary' };

/** Three words for one act, as it is meant: a host is missing, another is wanted, or one takes it oneself. */
const HANDS_OVER: Act[] = ['choose-host', 'reassign', 'take'];

/** As the server allows. */
function useActs(booking: WholeBooking): Act[] {
  const { may, member } = useMe();
  const isAhead = booking.start > useNow();
  const { status, hostIds } = booking;
  if (status === 'unverified') return ['cancel'];
  if (status === 'cancelled') return isAhead ? ['reopen'] : [];
  if (status !== 'scheduled') return [];
  if (!isAhead) return ['reschedule', 'cancel'];
  if (!may('book-for-others')) {
    return hostIds.includes(member.id) ? ['reschedule', 'cancel'] : ['reschedule', 'take', 'cancel'];
  }
  return needsHost(booking) ? ['choose-host', 'reschedule', 'cancel'] : ['reschedule', 'reassign', 'cancel'];
}
