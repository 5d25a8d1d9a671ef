import { Braces } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import type { Placeholder } from '../placeholders.ts';
import { useEmailWords } from './words.ts';

/** What a template may leave open, in the order people look for it. */
const NAMES = {
  'contact.firstName': 'firstName',
  'contact.name': 'name',
  'contact.jobTitle': 'jobTitle',
  'company.name': 'company',
  'me.name': 'myName',
  'me.email': 'myAddress',
  'workspace.name': 'workspace',
} as const satisfies Record<Placeholder, string>;

/** Each with its name and the braces it is written as. */
export function useTemplateFields(): { label: string; text: string }[] {
  const t = useEmailWords();
  return (Object.keys(NAMES) as Placeholder[]).map((field) => ({
    label: t(`template.field.${NAMES[field]}`),
    text: `{{${field}}}`,
  }));
}

/** Words that stand for somebody's own are chosen by name, not remembered. */
export function TemplateFieldsMenu({ onInsert }: { onInsert: (text: string) => void }) {
  const t = useEmailWords();
  return (
    <Menu trigger={<IconButton icon={Braces} size="m" label={t('template.insert')} />}>
      {useTemplateFields().map(({ label, text }) => (
        <MenuItem key={text} onSelect={() => onInsert(text)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
