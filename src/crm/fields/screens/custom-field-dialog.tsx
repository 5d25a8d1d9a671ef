import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { request } from '#ui/request.ts';
import {
  bodyOf,
  draftOf,
  hasChoices,
  NEW_FIELD,
  newOption,
  refusalOf,
  type FieldDraft,
} from './custom-field-draft.ts';
import {
  CUSTOM_TYPES,
  customFieldsQuery,
  type CustomField,
  type CustomKind,
  type CustomType,
} from './custom-field-queries.ts';
import { CustomOptions } from './custom-options.tsx';
import { useFieldWords } from './words.ts';

export interface CustomFieldDialogProps {
  kind: CustomKind;
  /** Without one a new field is made. */
  field?: CustomField;
  onClose: () => void;
}

/** A field's name, what it holds, and its choices. What was written stays when it is refused. */
export function CustomFieldDialog({ kind, field, onClose }: CustomFieldDialogProps) {
  const t = useFieldWords();
  const [draft, setDraft] = useState<FieldDraft>(() => (field ? draftOf(field) : NEW_FIELD));
  const keep = useKeep(kind, field, onClose);
  const why = refusalOf(keep.error, {
    meanwhile: t('custom.meanwhile'),
    unreachable: t('custom.unreachable'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(draft);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(field ? 'custom.edit' : `custom.newFor.${kind}`)}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="custom-field" busy={keep.isPending}>
          {t(field ? 'save' : 'custom.make')}
        </Button>
      }
    >
      <form id="custom-field" onSubmit={submit} noValidate className="grid gap-4">
        <FieldForm draft={draft} onChange={setDraft} why={why} isNew={!field} />
        {why.other && (
          <Note tone="danger" alert>
            {why.other}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

interface FieldFormProps {
  draft: FieldDraft;
  onChange: (draft: FieldDraft) => void;
  why: ReturnType<typeof refusalOf>;
  /** Only then it can be said what the field holds. */
  isNew: boolean;
}

function FieldForm({ draft, onChange, why, isNew }: FieldFormProps) {
  const t = useFieldWords();
  const form = useFirstRefused(why);
  return (
    <div ref={form} className="grid gap-4">
      <Field label={t('custom.label')} error={why.label} required>
        <Input
          value={draft.label}
          maxLength={80}
          autoComplete="off"
          onChange={(label) => onChange({ ...draft, label })}
        />
      </Field>
      {isNew ? (
        <TypeChoice type={draft.type} onChange={(type) => onChange(withType(draft, type))} />
      ) : (
        <TypeShown type={draft.type} />
      )}
      {hasChoices(draft.type) && (
        <CustomOptions
          options={draft.choices}
          error={why.choices}
          onChange={(choices) => onChange({ ...draft, choices })}
        />
      )}
    </div>
  );
}

/** What was refused has the focus: the name, else the first choice. */
function useFirstRefused({ label, choices }: ReturnType<typeof refusalOf>) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = label ? 'input' : choices && '[data-option] input';
    if (field) form.current?.querySelector<HTMLElement>(field)?.focus();
  }, [label, choices]);
  return form;
}

/** A field to choose from begins with room for two choices. */
function withType(draft: FieldDraft, type: CustomType): FieldDraft {
  const needsRoom = hasChoices(type) && draft.choices.length === 0;
  return { ...draft, type, ...(needsRoom && { choices: [newOption(), newOption()] }) };
}

function TypeChoice({ type, onChange }: { type: CustomType; onChange: (type: CustomType) => void }) {
  const t = useFieldWords();
  const items = CUSTOM_TYPES.map((value) => ({
    value,
    label: t(`custom.type.${value}`),
    hint: t(`custom.typeWhat.${value}`),
  }));
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('custom.typeOf')}</legend>
      <RadioGroup aria-label={t('custom.typeOf')} items={items} value={type} onChange={onChange} />
    </fieldset>
  );
}

function TypeShown({ type }: { type: CustomType }) {
  const t = useFieldWords();
  return (
    <p>
      <span className="font-medium">{t(`custom.type.${type}`)}</span>{' '}
      <span className="text-12 text-faint">{t('custom.typeStays')}</span>
    </p>
  );
}

function useKeep(kind: CustomKind, field: CustomField | undefined, onKept: () => void) {
  const queries = useQueryClient();
  const { queryKey } = customFieldsQuery(kind);
  return useMutation({
    mutationFn: (draft: FieldDraft) => {
      const body = bodyOf(draft);
      return field
        ? request('PATCH', `/api/custom-fields/${field.id}`, { body, version: field.version })
        : request('POST', '/api/custom-fields', { body: { kind, type: draft.type, ...body } });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey });
      onKept();
    },
    onError: () => void queries.invalidateQueries({ queryKey }),
  });
}
