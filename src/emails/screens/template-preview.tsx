import { useQuery } from '@tanstack/react-query';
import { Contact, UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { queryString, request } from '#ui/request.ts';
import { RichTextView } from '#ui/rich-text-view.tsx';
import type { FilledTemplate } from '../template-fields.ts';
import { useTemplateFields } from './template-fields-menu.tsx';
import { useEmailWords } from './words.ts';

export interface TemplatePreviewProps {
  subject: string;
  html: string;
}

/** How a template reads to somebody of the CRM; what is not known of them is named. */
export function TemplatePreview(words: TemplatePreviewProps) {
  const t = useEmailWords();
  const [person, setPerson] = useState<PersonChoice | null>(null);
  const { data, error } = useFilled(words, person);
  return (
    <section aria-label={t('template.preview')} className="grid min-w-0 gap-3">
      <Field label={t('template.previewFor')}>
        <PersonField value={person} onChange={setPerson} />
      </Field>
      {error && <p className="text-12 wrap-anywhere text-danger">{error.message}</p>}
      {data && (
        <div className="grid min-w-0 gap-2 rounded-r border border-line px-4 py-3">
          <p dir="auto" className="font-semibold wrap-anywhere">
            {data.subject}
          </p>
          <RichTextView html={data.html} />
        </div>
      )}
      {data && person && <Missing names={data.missing} />}
    </section>
  );
}

function Missing({ names }: { names: readonly string[] }) {
  const t = useEmailWords();
  const fields = useTemplateFields();
  if (names.length === 0) return null;
  const said = names.map((name) => fields.find(({ text }) => text === `{{${name}}}`)?.label ?? name);
  return <Note tone="wait">{t('template.notKnown', { names: said.join(', ') })}</Note>;
}

/** Asked when one stops typing; what was last seen stays meanwhile. */
function useFilled({ subject, html }: TemplatePreviewProps, person: PersonChoice | null) {
  const body = { subject, html, record: person && { kind: person.kind, id: person.value } };
  const settled = useSettled(JSON.stringify(body));
  return useQuery({
    queryKey: ['email-templates', 'filled', settled],
    queryFn: ({ signal }) =>
      request<FilledTemplate>('POST', '/api/email-templates/filling', {
        body: JSON.parse(settled) as typeof body,
        signal,
      }),
    enabled: (JSON.parse(settled) as typeof body).html !== '' && subject.trim() !== '',
    placeholderData: (before) => before,
    retry: false,
  });
}

const PAUSE_MS = 400;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type PersonChoice = Choice & { kind: 'contact' | 'lead' };

function PersonField(props: { value: PersonChoice | null; onChange: (person: PersonChoice | null) => void }) {
  const t = useEmailWords();
  const [typed, setTyped] = useState('');
  const contacts = useNamed('contact', typed);
  const leads = useNamed('lead', typed);
  return (
    <Combobox
      {...props}
      items={[...contacts, ...leads]}
      onSearch={setTyped}
      placeholder={t('template.previewHint')}
      empty={t('template.nobody')}
    />
  );
}

function useNamed(kind: PersonChoice['kind'], typed: string): PersonChoice[] {
  const q = typed.trim();
  const { data = [] } = useQuery({
    queryKey: [`${kind}s`, 'to-read', q],
    queryFn: async ({ signal }) => {
      const path = `/api/${kind}s${queryString({ q: q || undefined, limit: 5 })}`;
      return (await request<{ items: { id: string; name: string }[] }>('GET', path, { signal })).items;
    },
    placeholderData: (before) => before,
  });
  const Icon = kind === 'contact' ? Contact : UserPlus;
  const mark = <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />;
  return data.map(({ id, name }) => ({ kind, value: id, label: name, mark }));
}
