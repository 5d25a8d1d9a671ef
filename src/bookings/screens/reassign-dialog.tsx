import { useId, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { useHandoverRefusal } from './handover-words.ts';
import { ReassignChoices } from './reassign-choices.tsx';
import { RULE, useReassign, type Reassign } from './use-reassign.ts';
import { useBookingWords } from './words.ts';

interface ReassignDialogProps {
  booking: WholeBooking;
  open: boolean;
  onClose: () => void;
}

/** E11: somebody else takes it over at the same time, by the rule or by name; why is asked, and who is told is said. */
export function ReassignDialog({ booking, open, onClose }: ReassignDialogProps) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const reassign = useReassign(booking, onClose);
  const formId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    reassign.act();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('reassign.title')}
      description={t('reassign.when', { when: times.dayAndRange(booking) })}
      keepsTyped
      footer={
        <Button
          kind="primary"
          size="m"
          type="submit"
          form={formId}
          disabled={reassign.obstacle !== null}
          busy={reassign.busy}
        >
          {t(reassign.warnings.length > 0 ? 'reassign.anyway' : 'reassign.act')}
        </Button>
      }
    >
      <form id={formId} onSubmit={send} className="grid gap-4">
        <ReassignChoices booking={booking} reassign={reassign} />
        <Reason reassign={reassign} />
        <WhatFollows booking={booking} reassign={reassign} />
      </form>
    </Dialog>
  );
}

function Reason({ reassign: { reason, setReason, missing } }: { reassign: Reassign }) {
  const t = useBookingWords();
  return (
    <Field
      label={t('reassign.reason')}
      hint={t('reassign.reasonHint')}
      error={missing?.reason && t('reassign.reasonNeeded')}
      required
    >
      <Textarea value={reason} onChange={setReason} maxLength={1000} rows={2} />
    </Field>
  );
}

/** Who is told; and why it does not work, when it does not. */
function WhatFollows({ booking, reassign }: { booking: WholeBooking; reassign: Reassign }) {
  const t = useBookingWords();
  const refusal = useHandoverRefusal();
  const people = useToldOf(booking, reassign);
  const { obstacle, error, warnings } = reassign;
  const known = OBSTACLES.find((one) => one === obstacle);
  return (
    <div className="grid gap-3">
      {warnings.map((warning) => (
        <Note key={warning} alert tone="wait">
          {t(`reassign.warning.${warning}`)}
        </Note>
      ))}
      {known && (
        <Note alert tone="danger">
          {t(`reassign.obstacle.${known}`)}
        </Note>
      )}
      {error && (
        <Note alert tone="danger">
          {refusal(error)}
        </Note>
      )}
      <p className="wrap-anywhere text-muted">{t('reassign.told', { people })}</p>
    </div>
  );
}

const OBSTACLES = ['inactive', 'no-seat', 'switched-off', 'busy'] as const;

/** The new host first, then the visitor and guests, then colleagues who are still there. */
function useToldOf(
  { visitor, guests, hosts }: WholeBooking,
  { value, proposal: { data } }: Reassign,
): string {
  const t = useBookingWords();
  const language = useLanguage();
  const id = value === RULE ? data?.byRule?.memberId : value;
  const next = data?.candidates.find(({ memberId }) => memberId === id)?.name;
  const people = [
    next ?? t('reassign.newHost'),
    ...(visitor ? [visitor.name || visitor.email] : []),
    ...(guests.length > 0 ? [t('told.guests', { count: guests.length })] : []),
    ...hosts.filter(({ active }) => active).map(({ name }) => name),
  ];
  return new Intl.ListFormat(language).format(people);
}
