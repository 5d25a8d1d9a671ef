import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import { ContactPicker } from '#crm/tickets/screens/contact-picker.tsx';
import { ticketQuery, type TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { Select } from '#ui/select.tsx';
import { useMe } from '../../use-me.ts';
import { TICKET_PRIORITIES } from './tickets-search.ts';

type Draft = Pick<TicketView, 'subject' | 'contactId' | 'companyId' | 'priority' | 'ownerId'>;

export interface NewTicketDialogProps {
  onClose: () => void;
  onMade: (ticket: TicketView) => void;
}

/** A subject is enough. What was typed stays when it is refused. */
export function NewTicketDialog({ onClose, onMade }: NewTicketDialogProps) {
  const t = useTicketWords();
  const { member } = useMe();
  const [draft, setDraft] = useState<Draft>({
    subject: '',
    contactId: null,
    companyId: null,
    priority: 'normal',
    ownerId: member.id,
  });
  const make = useMakeTicket(onMade);
  const errors = errorsOf(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(draft);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('new')}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="new-ticket" busy={make.isPending}>
          {t('save')}
        </Button>
      }
    >
      <form id="new-ticket" onSubmit={submit} noValidate className="grid gap-4">
        <Fields draft={draft} onChange={setDraft} errors={errors} />
        {make.error && Object.keys(errors).length === 0 && (
          <Note tone="danger" alert>
            {make.error.message}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: Record<string, string>;
}

function Fields({ draft, onChange, errors }: FieldsProps) {
  const t = useTicketWords();
  return (
    <>
      <Field label={t('field.subject')} required error={errors['subject']}>
        <Input
          value={draft.subject}
          onChange={(subject) => onChange({ ...draft, subject })}
          autoComplete="off"
        />
      </Field>
      <Field label={t('field.contactId')} error={errors['contactId']}>
        <ContactPicker value={draft.contactId} onChange={(contactId) => onChange({ ...draft, contactId })} />
      </Field>
      <Field label={t('field.companyId')} error={errors['companyId']}>
        <CompanyPicker value={draft.companyId} onChange={(companyId) => onChange({ ...draft, companyId })} />
      </Field>
      <Field label={t('field.priority')} error={errors['priority']}>
        <Select
          items={TICKET_PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={draft.priority}
          onChange={(priority) => onChange({ ...draft, priority })}
        />
      </Field>
    </>
  );
}

function useMakeTicket(onMade: (ticket: TicketView) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => request<TicketView>('POST', '/api/tickets', { body: draft }),
    onSuccess: (ticket) => {
      queries.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      void queries.invalidateQueries({ queryKey: ['tickets', 'list'] });
      onMade(ticket);
    },
  });
}

function errorsOf(error: Error | null): Record<string, string> {
  if (!(error instanceof RequestProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path.split('.')[0]!, message]));
}
