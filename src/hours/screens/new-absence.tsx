import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Field } from '#ui/field.tsx';
import { focusOnce } from '#ui/focus.ts';
import { Input } from '#ui/input.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { useHoursWords } from './words.ts';

interface Typed {
  from: string | null;
  to: string | null;
  reason: string;
}

/** From, to (both included) and why. */
export function NewAbsence({ memberId, onDone }: { memberId: string; onDone: () => void }) {
  const t = useHoursWords();
  const [typed, setTyped] = useState<Typed>({ from: null, to: null, reason: '' });
  const { errors, busy, send } = useSend(memberId, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { from, to, reason } = typed;
    void send({ from, to: to ?? from, reason: reason.trim() || null });
  };
  return (
    <form
      onSubmit={submit}
      className="mb-3 grid grid-cols-[10rem_10rem_minmax(8rem,1fr)] gap-3 rounded-r bg-side p-4 max-phone:grid-cols-1"
    >
      <Field label={t('absence.from')} error={errors.from} required>
        <DateField value={typed.from} onChange={(from) => setTyped({ ...typed, from })} ref={focusOnce} />
      </Field>
      <Field label={t('absence.to')} error={errors.to} hint={t('absence.toHint')}>
        <DateField
          value={typed.to}
          min={typed.from ?? undefined}
          onChange={(to) => setTyped({ ...typed, to })}
        />
      </Field>
      <Field label={t('absence.reason')} error={errors.reason ?? errors['']} hint={t('absence.reasonHint')}>
        <Input value={typed.reason} maxLength={500} onChange={(reason) => setTyped({ ...typed, reason })} />
      </Field>
      <div className="col-span-full flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={busy} disabled={!typed.from}>
          {t('absence.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('dates.cancel')}
        </Button>
      </div>
    </form>
  );
}

function useSend(memberId: string, onDone: () => void) {
  const t = useHoursWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const send = async (body: object) => {
    setBusy(true);
    try {
      await request('POST', `/api/members/${memberId}/absences`, { body });
      void queries.invalidateQueries({ queryKey: ['absences', memberId] });
      void queries.invalidateQueries({ queryKey: ['bookings'] });
      onDone();
    } catch (error) {
      const problem = error instanceof RequestProblem && error.status > 0 ? error : null;
      const named = problem?.errors.map(({ path, message }) => [path, message]) ?? [];
      setErrors(named.length > 0 ? Object.fromEntries(named) : { '': problem?.message ?? t('failed') });
    }
    setBusy(false);
  };
  return { errors, busy, send };
}
