import { Segmented } from '#ui/segmented.tsx';
import { useHomeWords } from './words.ts';

export type Whose = 'mine' | 'everyone';

/** Whose meetings of the day are shown. */
export function WhoseDay({ value, onChange }: { value: Whose; onChange: (whose: Whose) => void }) {
  const t = useHomeWords();
  return (
    <Segmented
      label={t('today.whose')}
      items={[
        { value: 'mine', label: t('today.mine') },
        { value: 'everyone', label: t('today.everyone') },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
