import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import type { CalendarView } from './calendar-queries.ts';
import { ColourDot } from './colour-dot.tsx';
import type { CalendarActs } from './use-calendar-acts.ts';
import { useOutsideWords } from './words.ts';

/** K3: bookings stand in one calendar, which its owner chooses among those that can be written. */
export function WrittenTo({ items, acts }: { items: CalendarView[]; acts: CalendarActs }) {
  const t = useOutsideWords();
  const writable = items.filter(({ readOnly, sync }) => !readOnly && sync);
  const chosen = items.find(({ writeHere }) => writeHere);
  return (
    <Field label={t('writtenTo')} hint={t('writtenToHint')} className="max-w-100">
      <Select
        items={writable.map(({ id, name, colour, account }) => ({
          value: id,
          label: name,
          ...(account && { hint: account.name }),
          mark: <ColourDot colour={colour} />,
        }))}
        value={chosen?.id ?? null}
        onChange={(id) => {
          const calendar = items.find((one) => one.id === id);
          if (calendar) acts.change(calendar, { writeHere: true });
        }}
      />
    </Field>
  );
}
