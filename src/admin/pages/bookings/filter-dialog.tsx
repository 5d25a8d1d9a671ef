import { useState } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useToday } from '#ui/dates.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import type { ListFilter } from './bookings-search.ts';
import { LinkPicker } from './link-picker.tsx';
import { dateFrom } from './list-views.ts';

/** Filters whose value is chosen from more than a menu holds. */
export type AskedFilter = 'days' | 'host' | 'link';

type Changes = Partial<Record<'from' | 'to' | 'hostId' | 'linkId', string | undefined>>;

interface FilterDialogProps {
  asked: AskedFilter;
  filter: ListFilter;
  onClose: () => void;
  onChoose: (changes: Changes) => void;
}

export function FilterDialog({ asked, filter, onClose, onChoose }: FilterDialogProps) {
  const t = useBookingWords();
  const today = useToday();
  const [from, setFrom] = useState(filter.from ? dateFrom(filter.from, today) : null);
  const [to, setTo] = useState(filter.to ? dateFrom(filter.to, today) : null);
  const [chosen, setChosen] = useState<string | null>(null);
  const take = () => {
    if (asked === 'days') return onChoose({ from: from ?? undefined, to: to ?? undefined });
    return onChoose({ [asked === 'host' ? 'hostId' : 'linkId']: chosen ?? undefined });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="s"
      title={t(`filter.title.${asked}`)}
      footer={
        <Button kind="primary" size="m" onClick={take} disabled={asked === 'days' ? !from && !to : !chosen}>
          {t('filter.show')}
        </Button>
      }
    >
      {asked === 'days' && <Days from={from} onFrom={setFrom} to={to} onTo={setTo} />}
      {asked === 'host' && (
        <Field label={t('list.host')}>
          <MemberPicker value={chosen} onChange={setChosen} />
        </Field>
      )}
      {asked === 'link' && (
        <Field label={t('filter.link')}>
          <LinkPicker value={chosen} onChange={setChosen} />
        </Field>
      )}
    </Dialog>
  );
}

interface DaysProps {
  from: string | null;
  onFrom: (date: string | null) => void;
  to: string | null;
  onTo: (date: string | null) => void;
}

function Days({ from, onFrom, to, onTo }: DaysProps) {
  const t = useBookingWords();
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('filter.from')}>
        <DateField value={from} onChange={onFrom} max={to ?? undefined} />
      </Field>
      <Field label={t('filter.to')}>
        <DateField value={to} onChange={onTo} min={from ?? undefined} />
      </Field>
    </div>
  );
}
