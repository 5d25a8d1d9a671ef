import { useCallback } from 'react';
import { COMPANY_FIELDS } from '#crm/companies/screens/company-field-names.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import type { ImportKind } from './import-queries.ts';
import { useTransferWords } from './words.ts';

const PERSON_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'emails',
  'phone',
  'phones',
  'skype',
  'jobTitle',
  'companyName',
  'companyId',
  'companyIds',
  'source',
  'status',
  'ownerId',
] as const;

/** What a field of these records is called; one the app does not know keeps its own name. */
export function useFieldNames(kind: ImportKind): (field: string) => string {
  const t = useTransferWords();
  const company = useCompanyWords();
  return useCallback(
    (field) => {
      const ofCompany = COMPANY_FIELDS.find((own) => own === field);
      if (kind === 'company' && ofCompany) return company(`field.${ofCompany}`);
      const ofPerson = PERSON_FIELDS.find((own) => own === field);
      return ofPerson ? t(`field.${ofPerson}`) : field;
    },
    [kind, t, company],
  );
}
