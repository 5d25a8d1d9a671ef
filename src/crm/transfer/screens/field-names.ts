import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { COMPANY_FIELDS } from '#crm/companies/screens/company-field-names.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { customFieldsQuery } from '#crm/fields/screens/custom-field-queries.ts';
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
  const { data: own } = useQuery(customFieldsQuery(kind));
  return useCallback(
    (field) => {
      const ofCompany = COMPANY_FIELDS.find((own) => own === field);
      if (kind === 'company' && ofCompany) return company(`field.${ofCompany}`);
      const ofPerson = PERSON_FIELDS.find((own) => own === field);
      if (ofPerson) return t(`field.${ofPerson}`);
      return own?.find(({ key }) => field === `custom.${key}`)?.label ?? field;
    },
    [kind, t, company, own],
  );
}
