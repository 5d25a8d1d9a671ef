import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { useSize } from '#ui/use-size.ts';
import { useRecordWords } from './words.ts';

/** What of the history is shown; the kinds as the server names them. */
export const KINDS = {
  all: undefined,
  emails: 'email',
  meetings: 'booking,event',
  notes: 'note',
  changes: 'created,changed,deleted,restored,converted,address',
} as const;

export type Shown = keyof typeof KINDS;

const ALL = Object.keys(KINDS) as Shown[];

/** P8: the history narrowed to one kind of thing. */
export function HistoryFilter({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  const t = useRecordWords();
  const { tablet } = useSize();
  const items = ALL.map((value) => ({ value, label: t(`shown.${value}`) }));
  if (!tablet) return <Segmented label={t('shown.of')} items={items} value={shown} onChange={onChange} />;
  return (
    <Select
      size="s"
      aria-label={t('shown.of')}
      items={items}
      value={shown}
      onChange={onChange}
      className="w-40!"
    />
  );
}
