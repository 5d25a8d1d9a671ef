import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { RichText } from '#ui/rich-text.tsx';
import type { TemplateView } from './email-queries.ts';
import { TemplateFieldsMenu, useTemplateFields } from './template-fields-menu.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { useKeepTemplate, type TemplateDraft } from './use-template-acts.ts';
import { useEmailWords } from './words.ts';

const BLANK: TemplateDraft = { name: '', subject: '', html: '', shared: true };

export interface TemplateEditorProps {
  /** Null for a new one. */
  template: TemplateView | null;
  onClose: () => void;
}

/** A template being written: its words, what stays open in them, whose it is, and how it reads. */
export function TemplateEditor({ template, onClose }: TemplateEditorProps) {
  const t = useEmailWords();
  const { name, subject, html, shared } = template ?? BLANK;
  const [draft, setDraft] = useState<TemplateDraft>({ name, subject, html, shared });
  const { keep, isKeeping, errorAt, why } = useKeepTemplate(template, onClose);
  const isReady = draft.name.trim() !== '' && draft.subject.trim() !== '' && draft.html !== '';
  return (
    <Dialog
      open
      width="l"
      title={t(template ? 'template.change' : 'template.new')}
      onClose={onClose}
      keepsTyped
      footer={
        <>
          <Button onClick={onClose}>{t('template.cancel')}</Button>
          <Button kind="primary" busy={isKeeping} disabled={!isReady} onClick={() => keep(draft)}>
            {t('template.save')}
          </Button>
        </>
      }
    >
      <div className="grid min-w-0 gap-4">
        <Words draft={draft} write={(part) => setDraft({ ...draft, ...part })} errorAt={errorAt} />
        {why && (
          <Note tone="danger" alert>
            {why}
          </Note>
        )}
        <TemplatePreview subject={draft.subject} html={draft.html} />
      </div>
    </Dialog>
  );
}

interface WordsProps {
  draft: TemplateDraft;
  write: (part: Partial<TemplateDraft>) => void;
  errorAt: (field: string) => string | undefined;
}

function Words({ draft, write, errorAt }: WordsProps) {
  const t = useEmailWords();
  const fields = useTemplateFields();
  return (
    <>
      <Field label={t('ready.name')} error={errorAt('name')}>
        <Input value={draft.name} maxLength={80} onChange={(name) => write({ name })} />
      </Field>
      <div className="flex min-w-0 items-end gap-1">
        <div className="min-w-0 flex-1">
          <Field label={t('compose.subject')} error={errorAt('subject')}>
            <Input value={draft.subject} maxLength={200} onChange={(subject) => write({ subject })} />
          </Field>
        </div>
        <TemplateFieldsMenu
          onInsert={(text) => write({ subject: `${draft.subject}${text}`.slice(0, 200) })}
        />
      </div>
      <RichText
        label={t('compose.text')}
        placeholder={t('template.textHint')}
        value={draft.html}
        onChange={(html) => write({ html })}
        inserts={fields}
        className="[&_.rich-text-edit]:min-h-40"
        error={errorAt('html')}
      />
      <RadioGroup
        aria-label={t('template.whose')}
        items={[
          { value: 'shared', label: t('template.shared'), hint: t('template.sharedWhat') },
          { value: 'own', label: t('template.own') },
        ]}
        value={draft.shared ? 'shared' : 'own'}
        onChange={(whose) => write({ shared: whose === 'shared' })}
      />
    </>
  );
}
