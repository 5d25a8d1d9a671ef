import { useMutation } from '@tanstack/react-query';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useToast } from '#ui/toast.tsx';
import { deleteBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { calledAfter } from './called.ts';
import { useRefusal } from './refusal-words.ts';
import { useWhoIsTold } from './who-is-told.ts';
import { useBookingWords } from './words.ts';

/** What is seldom done with a booking. */
export function BookingMenu({ booking, onDeleted }: { booking: WholeBooking; onDeleted: () => void }) {
  const t = useBookingWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('menu.more')} />}>
        <MenuItem icon={Trash2} danger onSelect={() => setAsked(true)}>
          {t('menu.delete')}
        </MenuItem>
      </Menu>
      <DeleteDialog booking={booking} open={isAsked} onClose={() => setAsked(false)} onDeleted={onDeleted} />
    </>
  );
}

interface DeleteDialogProps {
  booking: WholeBooking;
  open: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

/** E9: nothing brings it back, so it is asked first. A meeting still to come is cancelled with it. */
function DeleteDialog({ booking, open, onClose, onDeleted }: DeleteDialogProps) {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  const refusal = useRefusal();
  const told = useWhoIsTold(booking);
  const remove = useMutation({
    mutationFn: () => deleteBooking(booking.id),
    onSuccess: () => {
      onClose();
      onDeleted();
      toast.done(t('delete.done'));
      void news.deleted(booking.id);
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      kind="danger"
      title={t('delete.title', { name: calledAfter(booking) })}
      action={t('delete.act')}
      keep={t('cancel.keep')}
      onConfirm={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error && refusal(remove.error)}
    >
      {booking.status === 'scheduled' && told && <p>{t('delete.told', { people: told })}</p>}
      <p className="mt-1 first:mt-0">{t('delete.what')}</p>
    </ConfirmDialog>
  );
}
