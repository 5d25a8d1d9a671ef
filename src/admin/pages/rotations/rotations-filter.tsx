import { useNavigate } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useRotationWords } from '#rotations/screens/words.ts';
import { SearchInput } from '#ui/search-input.tsx';

/** What is looked for stands in the address; all names are here already, so it narrows as one types. */
export function RotationsFilter({ q, ref }: { q: string; ref: Ref<HTMLInputElement> }) {
  const t = useRotationWords();
  const go = useNavigate({ from: '/rotations' });
  const look = (text: string) =>
    void go({ search: (before) => ({ ...before, q: text || undefined }), replace: true });
  return (
    <div className="flex shrink-0 items-center border-b border-line px-6 py-2 max-tablet:px-4">
      <SearchInput ref={ref} label={t('list.search')} value={q} onChange={look} />
    </div>
  );
}
