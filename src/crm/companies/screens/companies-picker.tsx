import { useQueries } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Chip } from '#ui/badge.tsx';
import { CompanyPicker } from './company-picker.tsx';
import { companyQuery } from './company-queries.ts';
import { useCompanyWords } from './words.ts';

export interface CompaniesPickerProps {
  value: readonly string[];
  onChange: (companyIds: string[]) => void;
  readOnly?: boolean;
  /** How a company is written: a link to its page. */
  link?: (company: { id: string; name: string }) => ReactNode;
}

/** The companies somebody works for: mostly one, sometimes several. */
export function CompaniesPicker({ value, onChange, readOnly = false, link }: CompaniesPickerProps) {
  const t = useCompanyWords();
  const found = useQueries({ queries: value.map((id) => companyQuery(id)) });
  const [round, setRound] = useState(0);
  const add = (id: string | null) => {
    setRound(round + 1);
    if (id !== null && !value.includes(id)) onChange([...value, id]);
  };
  return (
    <div className="grid min-w-0 gap-1.5">
      {value.map((id, at) => {
        const name = found[at]?.data?.name ?? (found[at]?.isError ? t('picker.unknown') : '…');
        const remove = () => onChange(value.filter((one) => one !== id));
        return (
          <span key={id} className="flex min-w-0">
            <Chip name={name} onRemove={readOnly ? undefined : remove}>
              {link?.({ id, name }) ?? <bdi>{name}</bdi>}
            </Chip>
          </span>
        );
      })}
      {!readOnly && <CompanyPicker key={round} aria-label={t('picker.add')} value={null} onChange={add} />}
    </div>
  );
}
