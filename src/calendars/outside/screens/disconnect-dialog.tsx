import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { request } from '#ui/request.ts';
import { accountsOf, type AccountGroup } from './calendar-queries.ts';
import { refreshCalendars } from './use-calendar-acts.ts';
import { useFieldErrors } from './use-field-errors.ts';
import { useOutsideWords } from './words.ts';

/** What was read goes with it, and bookings are written elsewhere from then on: that is asked first. */
export function DisconnectDialog(props: { memberId: string; group: AccountGroup; onClose: () => void }) {
  const t = useOutsideWords();
  const queries = useQueryClient();
  const { memberId, onClose } = props;
  const { account, calendars } = props.group;
  const gone = useMutation({
    mutationFn: () => request('DELETE', `${accountsOf(memberId)}/${account.id}`),
    onSuccess: async () => {
      await refreshCalendars(queries, memberId);
      onClose();
    },
  });
  const errors = useFieldErrors(gone.error, []);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => gone.mutate()}
      busy={gone.isPending}
      error={errors.whole}
      kind="danger"
      title={t('disconnect.ask', { name: account.name })}
      action={t('disconnect.action')}
      keep={t('disconnect.keep')}
    >
      {t('disconnect.follows', { count: calendars.length })}{' '}
      {calendars.some(({ writeHere }) => writeHere) && t('disconnect.written')}
    </ConfirmDialog>
  );
}
