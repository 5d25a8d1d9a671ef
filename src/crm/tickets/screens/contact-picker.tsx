import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLater } from '#crm/companies/screens/use-later.ts';
import { contactQuery, contactsNamedQuery } from '#crm/contacts/screens/contact-queries.ts';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { useTicketWords } from './words.ts';

export interface ContactPickerProps {
  value: string | null;
  onChange: (contactId: string | null) => void;
  readOnly?: boolean;
  'aria-label'?: string;
}

/** One contact, found by name or address. */
export function ContactPicker({ value, onChange, ...props }: ContactPickerProps) {
  const t = useTicketWords();
  const [text, setText] = useState('');
  const wanted = useLater(text).trim();
  const found = useQuery(contactsNamedQuery(wanted));
  const chosen = useQuery({ ...contactQuery(value ?? ''), enabled: value !== null });
  const shown = chosen.data
    ? choiceOf(chosen.data)
    : { value: value ?? '', label: chosen.isError ? t('contact.unknown') : '…' };
  return (
    <Combobox
      {...props}
      items={(found.data?.items ?? []).map(choiceOf)}
      onSearch={setText}
      searching={found.isPending || wanted !== text.trim()}
      value={value === null ? null : shown}
      onChange={(choice: Choice | null) => onChange(choice?.value ?? null)}
      placeholder={t('contact.search')}
      empty={t('contact.nobody')}
    />
  );
}

interface Named {
  id: string;
  name: string;
  emails: readonly { address: string }[];
}

function choiceOf({ id, name, emails }: Named): Choice {
  return { value: id, label: name, hint: emails[0]?.address, mark: <Avatar id={id} name={name} /> };
}
