import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Note } from '#ui/note.tsx';
import { companiesNamedQuery, type CompanyView } from './company-queries.ts';
import { useLater } from './use-later.ts';
import { useCompanyWords } from './words.ts';

const MOST = 3;
const LEAST_LETTERS = 3;

export interface SimilarCompaniesProps {
  /** As it stands in the field. */
  name: string;
  link: (company: CompanyView) => ReactNode;
}

/** Said while a name is typed: companies that have it, or have it in theirs. */
export function SimilarCompanies({ name, link }: SimilarCompaniesProps) {
  const t = useCompanyWords();
  const similar = useSimilar(name);
  return (
    <output className={similar.length === 0 ? 'sr-only' : 'block'}>
      {similar.length > 0 && (
        <Note tone="wait">
          {t('add.similar')}
          <ul className="mt-1 grid gap-0.5">
            {similar.map((company) => (
              <li key={company.id} className="truncate">
                {link(company)}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </output>
  );
}

/** Found by the whole of what is typed. */
function useSimilar(name: string): CompanyView[] {
  const typed = useLater(name).trim();
  const isEnough = typed.length >= LEAST_LETTERS;
  const whole = useQuery({ ...companiesNamedQuery(typed), enabled: isEnough });
  return isEnough ? (whole.data?.items.slice(0, MOST) ?? []) : [];
}
