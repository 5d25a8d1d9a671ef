import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import { NewRecordDialog, type DraftProps } from '#crm/records/screens/new-record-dialog.tsx';
import { PersonPicker } from '#crm/records/screens/person-picker.tsx';
import type { TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useMe } from '../../use-me.ts';
import { TICKET_PRIORITIES } from './tickets-search.ts';

type Draft = Pick<TicketView, 'subject' | 'contactId' | 'companyId' | 'priority' | 'ownerId'>;

export interface NewTicketDialogProps {
  onClose: () => void;
  onMade: (ticket: TicketView) => void;
}

/** A subject is enough. */
export function NewTicketDialog({ onClose, onMade }: NewTicketDialogProps) {
  const t = useTicketWords();
  const { id: ownerId } = useMe().member;
  const draft: Draft = { subject: '', contactId: null, companyId: null, priority: 'normal', ownerId };
  return (
    <NewRecordDialog<Draft, TicketView>
      list="tickets"
      title={t('new')}
      save={t('save')}
      start={draft}
      fields={(props) => <Fields {...props} />}
      onClose={onClose}
      onMade={onMade}
    />
  );
}

function Fields({ draft, set, why }: DraftProps<Draft>) {
  const t = useTicketWords();
  return (
    <>
      <Field label={t('field.subject')} required error={why.subject}>
        <Input value={draft.subject} onChange={(subject) => set({ subject })} autoComplete="off" />
      </Field>
      <Field label={t('field.contactId')} error={why.contactId}>
        <PersonPicker kind="contacts" value={draft.contactId} onChange={(contactId) => set({ contactId })} />
      </Field>
      <Field label={t('field.companyId')} error={why.companyId}>
        <CompanyPicker value={draft.companyId} onChange={(companyId) => set({ companyId })} />
      </Field>
      <Field label={t('field.priority')} error={why.priority}>
        <Select
          items={TICKET_PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={draft.priority}
          onChange={(priority) => set({ priority })}
        />
      </Field>
    </>
  );
}
