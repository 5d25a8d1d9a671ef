import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CompaniesPicker } from '#crm/companies/screens/companies-picker.tsx';
import type { ContactView } from '#crm/contacts/screens/contact-queries.ts';
import { Button } from '#ui/button.tsx';
import { Definition } from '#ui/definition-list.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { Autosave } from '#ui/use-autosave.ts';
import { useRecordWords } from '../record/words.ts';

/** Where somebody works. Companies to choose from are asked for only once somebody wants to choose. */
export function ContactCompanies({ autosave }: { autosave: Autosave<ContactView> }) {
  const t = useRecordWords();
  const [isChanging, setChanging] = useState(false);
  const { companyIds: present } = autosave.draft;
  const hasCompany = present.length > 0;
  return (
    <Definition name={t('kind.company')}>
      <div className="grid min-w-0 justify-items-start gap-1.5">
        {(isChanging || hasCompany) && (
          <CompaniesPicker
            value={present}
            onChange={(companyIds) => void autosave.save({ companyIds })}
            readOnly={!isChanging}
            link={({ id, name }) => (
              <Link to="/companies/$companyId" params={{ companyId: id }} className={TEXT_LINK}>
                <bdi>{name}</bdi>
              </Link>
            )}
          />
        )}
        {!isChanging && (
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {t(hasCompany ? 'changeCompany' : 'addCompany')}
          </Button>
        )}
      </div>
    </Definition>
  );
}
