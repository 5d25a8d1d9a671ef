import { useQuery } from '@tanstack/react-query';
import { RecordEmails } from '../record/record-emails.tsx';
import { companySummaryQuery } from './summary-query.ts';

/** E-mails of a company: whom the page names already is offered first, everybody else by name. */
export function CompanyEmails({ companyId, path }: { companyId: string; path: string }) {
  const { data } = useQuery(companySummaryQuery(companyId));
  const people = (data?.people ?? []).flatMap(({ name, email }) =>
    email === null ? [] : [{ name, address: email }],
  );
  return <RecordEmails path={path} record={{ kind: 'company', id: companyId }} people={people} />;
}
