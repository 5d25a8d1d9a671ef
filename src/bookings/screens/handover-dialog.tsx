import { useId, useState, type FormEvent } from 'react';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Textarea } from '#ui/textarea.tsx';
import type { BookingView } from './booking-queries.ts';
import { HandoverOutcome } from './handover-outcome.tsx';
import { useHandover } from './use-handover.ts';
import { useBookingWords } from './words.ts';

interface HandoverDialogProps {
  /** As they were chosen; what the list shows may change meanwhile. */
  bookings: readonly BookingView[];
  onClose: () => void;
}

/** E11: many meetings at once, by the rule or to one colleague; how many are told is said first, what became of each after. */
export function HandoverDialog({ bookings, onClose }: HandoverDialogProps) {
  const t = useBookingWords();
  const { state, start } = useHandover(bookings);
  const form = useHandoverForm((wish) => void start(wish));
  const formId = useId();
  const isOver = state?.isOver ?? false;
  const foot = isOver ? (
    <Button kind="primary" size="m" onClick={onClose}>
      {t('bulk.close')}
    </Button>
  ) : (
    <Foot count={bookings.length} through={state?.through ?? null} formId={formId} />
  );
  return (
    <Dialog
      open
      onClose={() => (!state || isOver) && onClose()}
      title={isOver ? t('bulk.over') : t('bulk.title', { count: bookings.length })}
      description={isOver ? undefined : t('bulk.each')}
      keepsTyped
      footer={foot}
    >
      {state?.isOver ? (
        <HandoverOutcome bookings={bookings} handover={state} />
      ) : (
        <form id={formId} onSubmit={form.send} className="grid gap-4">
          <Form form={form} />
          <Told bookings={bookings} />
        </form>
      )}
    </Dialog>
  );
}

/** How far it is, while it runs; it is not left before it is through. */
function Foot({ count, through, formId }: { count: number; through: number | null; formId: string }) {
  const t = useBookingWords();
  return (
    <>
      <output className="me-auto tabular text-muted">
        {through !== null && t('bulk.progress', { done: through, count })}
      </output>
      <Button kind="primary" size="m" type="submit" form={formId} busy={through !== null}>
        {t('bulk.go', { count })}
      </Button>
    </>
  );
}

type Way = 'rule' | 'one';

function useHandoverForm(onSend: (wish: { hostId: string | null; reason: string }) => void) {
  const [way, setWay] = useState<Way>('rule');
  const [hostId, setHostId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = { host: way === 'one' && hostId === null, reason: reason.trim() === '' };
  return {
    way,
    setWay,
    hostId,
    setHostId,
    reason,
    setReason,
    missing: isTried ? missing : null,
    send: (event: FormEvent) => {
      event.preventDefault();
      setTried(true);
      if (missing.host || missing.reason) return;
      onSend({ hostId: way === 'rule' ? null : hostId, reason: reason.trim() });
    },
  };
}

function Form({ form }: { form: ReturnType<typeof useHandoverForm> }) {
  const t = useBookingWords();
  const ways = [
    { value: 'rule' as const, label: t('bulk.rule'), hint: t('bulk.ruleHint') },
    { value: 'one' as const, label: t('bulk.one'), hint: t('bulk.oneHint') },
  ];
  return (
    <>
      <Field label={t('reassign.who')}>
        <RadioGroup items={ways} value={form.way} onChange={form.setWay} aria-label={t('reassign.who')} />
      </Field>
      {form.way === 'one' && (
        <Field label={t('bulk.colleague')} error={form.missing?.host && t('bulk.colleagueNeeded')} required>
          <MemberPicker value={form.hostId} onChange={form.setHostId} hosts />
        </Field>
      )}
      <Field
        label={t('reassign.reason')}
        hint={t('reassign.reasonHint')}
        error={form.missing?.reason && t('reassign.reasonNeeded')}
        required
      >
        <Textarea value={form.reason} onChange={form.setReason} maxLength={1000} rows={2} />
      </Field>
    </>
  );
}

/** Others are told, so it is said before. */
function Told({ bookings }: { bookings: readonly BookingView[] }) {
  const t = useBookingWords();
  const count = bookings.filter(({ visitor }) => visitor !== null).length;
  return (
    <p className="text-muted">
      <b className="font-medium text-ink">
        {count > 0 ? t('bulk.visitors', { count }) : t('bulk.noVisitors')}
      </b>{' '}
      {t('bulk.hosts')}
    </p>
  );
}
