import { useInfiniteQuery } from '@tanstack/react-query';
import { contactsQuery } from '#crm/contacts/screens/contact-queries.ts';
import { RecordEmails } from '../record/record-emails.tsx';

/** E-mails of a company: its contacts are offered first. */
export function CompanyEmails({ companyId, path }: { companyId: string; path: string }) {
  const contacts = useInfiniteQuery(contactsQuery({ companyId, sort: 'name' }));
  const people = (contacts.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ name, emails }) => emails.map(({ address }) => ({ name, address })));
  return <RecordEmails path={path} record={{ kind: 'company', id: companyId }} people={people} />;
}
