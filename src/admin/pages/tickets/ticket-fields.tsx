import { Link } from '@tanstack/react-router';
import { CompanyPicker } from '#crm/companies/screens/company-picker.tsx';
import { CustomValues } from '#crm/fields/screens/custom-values.tsx';
import { PersonPicker } from '#crm/records/screens/person-picker.tsx';
import type { TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Definition, DefinitionList } from '#ui/definition-list.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import { Select } from '#ui/select.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { Autosave } from '#ui/use-autosave.ts';
import { RecordConflict } from '../record/record-conflict.tsx';
import { useMayEdit } from '../record/use-may-edit.ts';
import { useRecordWords } from '../record/words.ts';
import { TICKET_PRIORITIES, TICKET_STATUSES } from './tickets-search.ts';

export interface TicketFieldsProps {
  ticket: TicketView;
  autosave: Autosave<TicketView & { name: string }>;
}

/** Each field is edited where it stands. Somebody else's ticket can be read only (P9). */
export function TicketFields({ ticket, autosave }: TicketFieldsProps) {
  const t = useTicketWords();
  const say = useRecordWords();
  const readOnly = !useMayEdit(ticket);
  return (
    <>
      {readOnly && <p className="mb-3 text-12 text-faint">{say('othersRecord')}</p>}
      <DefinitionList>
        <Definition name={t('field.subject')}>
          <EditInPlace
            label={t('field.subject')}
            value={ticket.subject}
            readOnly={readOnly}
            onSave={async (subject) => (await autosave.saveOrSay({ subject })) ?? undefined}
          />
        </Definition>
        <States ticket={ticket} autosave={autosave} readOnly={readOnly} />
        <Whose ticket={ticket} autosave={autosave} readOnly={readOnly} />
        <Owner ticket={ticket} autosave={autosave} readOnly={readOnly} />
        <CustomValues
          kind="ticket"
          draft={autosave.draft}
          readOnly={readOnly}
          save={async (change) => (await autosave.saveOrSay(change)) ?? undefined}
        />
      </DefinitionList>
      <RecordConflict
        kind="ticket"
        autosave={autosave}
        names={{ subject: t('field.subject'), status: t('field.status') }}
      />
    </>
  );
}

type PieceProps = TicketFieldsProps & { readOnly: boolean };

function States({ ticket, autosave, readOnly }: PieceProps) {
  const t = useTicketWords();
  return (
    <>
      <Definition name={t('field.status')} inPlace>
        <Select
          size="s"
          aria-label={t('field.status')}
          readOnly={readOnly}
          items={TICKET_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={ticket.status}
          onChange={(status) => void autosave.save({ status })}
        />
      </Definition>
      <Definition name={t('field.priority')} inPlace>
        <Select
          size="s"
          aria-label={t('field.priority')}
          readOnly={readOnly}
          items={TICKET_PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={ticket.priority}
          onChange={(priority) => void autosave.save({ priority })}
        />
      </Definition>
    </>
  );
}

function Whose({ ticket, autosave, readOnly }: PieceProps) {
  const t = useTicketWords();
  const { contactId, companyId } = ticket;
  const open = useRecordWords()('open');
  return (
    <>
      <Definition name={t('field.contactId')} inPlace>
        <PersonPicker
          kind="contacts"
          aria-label={t('field.contactId')}
          readOnly={readOnly}
          value={contactId}
          onChange={(next) => void autosave.save({ contactId: next })}
        />
        {contactId && (
          <Link to="/contacts/$contactId" params={{ contactId }} className={TEXT_LINK}>
            {open}
          </Link>
        )}
      </Definition>
      <Definition name={t('field.companyId')} inPlace>
        <CompanyPicker
          aria-label={t('field.companyId')}
          readOnly={readOnly}
          value={companyId}
          onChange={(next) => void autosave.save({ companyId: next })}
        />
        {companyId && (
          <Link to="/companies/$companyId" params={{ companyId }} className={TEXT_LINK}>
            {open}
          </Link>
        )}
      </Definition>
    </>
  );
}

function Owner({ ticket, autosave, readOnly }: PieceProps) {
  const t = useTicketWords();
  return (
    <Definition name={t('field.ownerId')} inPlace>
      <MemberPicker
        aria-label={t('field.ownerId')}
        readOnly={readOnly}
        value={ticket.ownerId}
        onChange={(ownerId) => void autosave.save({ ownerId })}
      />
    </Definition>
  );
}
