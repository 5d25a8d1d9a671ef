import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { linksQuery } from '#links/screens/link-queries.ts';
import { Combobox } from '#ui/combobox.tsx';

/** One link, found by its title. */
export function LinkPicker({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (linkId: string | null) => void;
}) {
  const t = useBookingWords();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim()) || undefined;
  const { data, isFetching } = useInfiniteQuery(linksQuery({ state: 'all', q }));
  const items = (data?.pages ?? [])
    .flatMap((page) => page.items)
    .map(({ id, title }) => ({ value: id, label: title }));
  const [chosen, choose] = useState<{ value: string; label: string } | null>(null);
  return (
    <Combobox
      items={items}
      onSearch={setText}
      searching={isFetching}
      value={value ? chosen : null}
      onChange={(next) => {
        choose(next);
        onChange(next?.value ?? null);
      }}
      placeholder={t('filter.linkSearch')}
    />
  );
}
