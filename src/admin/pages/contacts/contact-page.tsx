import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { contactQuery, type ContactView } from '#crm/contacts/screens/contact-queries.ts';
import { Definition } from '#ui/definition-list.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { RecordFields, type TextField } from '../record/record-fields.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { useRecord } from '../record/use-record.ts';
import { useRecordWords } from '../record/words.ts';
import { ContactCompanies } from './contact-companies.tsx';
import { ContactOrigin } from './contact-origin.tsx';

const here = getRouteApi('/contacts/$contactId');
const TEXTS: readonly (TextField & keyof ContactView)[] = ['name', 'jobTitle'];

export function ContactPage() {
  const { contactId } = here.useParams();
  const found = useQuery(contactQuery(contactId));
  return found.data ? <Contact key={contactId} contact={found.data} /> : <RecordLoading found={found} />;
}

function Contact({ contact }: { contact: ContactView }) {
  const t = useRecordWords();
  const { path, autosave, trash } = useRecord('contacts', contact, contactQuery(contact.id).queryKey);
  return (
    <RecordPage
      person={contact}
      record={{ kind: 'contact', id: contact.id }}
      path={path}
      crumb={<Link to="/contacts">{t('list.contacts')}</Link>}
      onDelete={() => void trash()}
      fields={
        <RecordFields kind="contact" person={contact} autosave={autosave} texts={TEXTS}>
          <Phone contact={contact} autosave={autosave} />
          <ContactCompanies autosave={autosave} />
          <ContactOrigin contactId={contact.id} />
        </RecordFields>
      }
    />
  );
}

/** The main number; further ones stay as they are. */
function Phone({ contact, autosave }: { contact: ContactView; autosave: Autosave<ContactView> }) {
  const t = useRecordWords();
  const others = contact.phones.filter(({ primary }) => !primary);
  const main = contact.phones.find(({ primary }) => primary)?.number ?? '';
  const save = async (number: string) => {
    const phones = number === '' ? others : [{ number, primary: true }, ...others];
    return (await autosave.saveOrSay({ phones })) ?? undefined;
  };
  return (
    <Definition name={t('field.phone')}>
      <EditInPlace label={t('field.phone')} type="tel" value={main} onSave={save} />
      {others.map(({ number }) => (
        <bdi key={number} className="block truncate py-1 text-muted">
          {number}
        </bdi>
      ))}
    </Definition>
  );
}
