import { useState } from 'react';
import { ExternalLink } from 'lucide-react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Definition } from '#ui/definition-list.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import { useLanguage } from '#ui/words.tsx';
import { EMPLOYEES, shareFrom, type CompanyText } from './company-draft.ts';
import type { PieceProps } from './company-fields.tsx';
import { useProposals } from './use-proposals.ts';

const TYPES: Partial<Record<CompanyText, 'url' | 'tel'>> = { website: 'url', phone: 'tel', fax: 'tel' };

/** One line of text; where the workspace has a list, its words are proposed and others are taken, too. */
export function TextInPlace({ company, readOnly, save, name }: PieceProps & { name: CompanyText }) {
  const t = useCompanyWords();
  const [isWanted, setWanted] = useState(false);
  const proposals = useProposals(name, isWanted);
  const label = t(`field.${name}`);
  const value = company[name] ?? '';
  return (
    <Definition name={label}>
      <span className="flex min-w-0 items-center gap-1" onFocus={() => setWanted(true)}>
        <span className="min-w-0 flex-1">
          <EditInPlace
            label={label}
            type={TYPES[name] ?? 'text'}
            value={value}
            options={name === 'employees' ? EMPLOYEES : proposals}
            readOnly={readOnly}
            onSave={(text) => save({ [name]: text === '' ? null : text })}
          >
            {name === 'website' ? <bdi>{withoutScheme(value)}</bdi> : undefined}
          </EditInPlace>
        </span>
        {name === 'website' && value !== '' && <VisitLink address={value} />}
      </span>
    </Definition>
  );
}

export function NameInPlace({ company, readOnly, save }: PieceProps) {
  const t = useCompanyWords();
  return (
    <Definition name={t('field.name')}>
      <EditInPlace
        label={t('field.name')}
        value={company.name}
        readOnly={readOnly}
        onSave={(name) => save({ name })}
      />
    </Definition>
  );
}

export function ShareInPlace({ company, readOnly, save }: PieceProps) {
  const t = useCompanyWords();
  const language = useLanguage();
  const written = company.marketShare === null ? '' : company.marketShare.toLocaleString(language);
  const keep = async (text: string) => {
    if (text === '') return save({ marketShare: null });
    const marketShare = shareFrom(text);
    return marketShare === null ? t('add.percent') : save({ marketShare });
  };
  return (
    <Definition name={t('field.marketShare')}>
      <EditInPlace label={t('field.marketShare')} value={written} readOnly={readOnly} onSave={keep}>
        {`${written} %`}
      </EditInPlace>
    </Definition>
  );
}

/** The value itself opens its field; the page opens from beside it. */
function VisitLink({ address }: { address: string }) {
  const t = useCompanyWords();
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={`${t('open')}: ${withoutScheme(address)}`}
      className="grid size-6 shrink-0 place-items-center rounded-xs text-accent-text hover:bg-hover touch:size-(--touch)"
    >
      <ExternalLink aria-hidden className="size-4" strokeWidth={1.75} />
    </a>
  );
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
