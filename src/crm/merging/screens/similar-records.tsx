import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLater } from '#crm/companies/screens/use-later.ts';
import { Note } from '#ui/note.tsx';
import { similarQuery, type SimilarRecord, type Typed } from './merging-queries.ts';
import { useMergingWords } from './words.ts';

export interface SimilarRecordsProps {
  /** As it stands in the fields. */
  typed: Typed;
  link: (record: SimilarRecord) => ReactNode;
}

const MOST = 3;
const LEAST_LETTERS = 3;

/** Said while a record is typed: those that may be it, each with what it shares. Nothing is refused for it. */
export function SimilarRecords({ typed, link }: SimilarRecordsProps) {
  const t = useMergingWords();
  const similar = useSimilar(typed);
  return (
    <output className={similar.length === 0 ? 'sr-only' : 'block'}>
      {similar.length > 0 && (
        <Note tone="wait">
          {t('similar')}
          <ul className="mt-1 grid gap-0.5">
            {similar.map((record) => (
              <li key={record.id} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
                <span className="min-w-0 truncate">{link(record)}</span>
                <span className="min-w-0 truncate text-12">{said(record)}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </output>
  );

  function said({ shares, subtitle }: SimilarRecord): string {
    const common = shares.map((trait) => t(`shares.${trait}`));
    return common.length > 0 ? common.join(', ') : (subtitle ?? '');
  }
}

function useSimilar({ kind, ...fields }: Typed): SimilarRecord[] {
  const later = useLater(JSON.stringify(fields));
  const entries = Object.entries(JSON.parse(later) as Record<string, string | undefined>);
  const typed = entries.flatMap(([field, text = '']) => (isEnough(text) ? [[field, text.trim()]] : []));
  const asked: Typed = { kind, ...(Object.fromEntries(typed) as Omit<Typed, 'kind'>) };
  const found = useQuery({ ...similarQuery(asked), enabled: typed.length > 0 });
  return typed.length > 0 ? (found.data?.items.slice(0, MOST) ?? []) : [];
}

function isEnough(text: string): boolean {
  return text.trim().length >= LEAST_LETTERS;
}
