import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '#ui/checkbox.tsx';
import { ComboboxMany } from '#ui/combobox-many.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import { Select } from '#ui/select.tsx';
import { TypedProblem } from '#ui/typed-input.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { CustomField } from './custom-field-queries.ts';
import { readNumber } from './read-number.ts';
import { useCustomWords } from './use-custom-words.ts';
import { useFieldWords } from './words.ts';

export interface CustomInPlaceProps {
  field: CustomField;
  value: unknown;
  readOnly: boolean;
  /** Answers why it was not saved; null empties. */
  save: (value: unknown) => Promise<string | undefined>;
}

/** One value, edited where it stands as its type asks for. */
export function CustomInPlace(props: CustomInPlaceProps) {
  const { type } = props.field;
  if (type === 'text' || type === 'link' || type === 'number') return <Written {...props} />;
  return props.readOnly ? <Read {...props} /> : <Chosen {...props} />;
}

/** What may not be changed is words. */
function Read({ field, value, save }: CustomInPlaceProps) {
  const words = useCustomWords();
  return <EditInPlace readOnly label={field.label} value={words(field, value)} onSave={save} />;
}

function Written({ field, value, readOnly, save }: CustomInPlaceProps) {
  const words = useCustomWords();
  const keep = useKeepWritten(field, save);
  const shown = typeof value === 'string' || typeof value === 'number' ? words(field, value) : '';
  const isLink = field.type === 'link';
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="min-w-0 flex-1">
        <EditInPlace
          label={field.label}
          type={isLink ? 'url' : 'text'}
          value={isLink && typeof value === 'string' ? value : shown}
          readOnly={readOnly}
          onSave={keep}
        >
          {isLink ? <bdi>{shown}</bdi> : undefined}
        </EditInPlace>
      </span>
      {isLink && typeof value === 'string' && <VisitLink label={field.label} address={value} />}
    </span>
  );
}

function useKeepWritten({ type }: CustomField, save: CustomInPlaceProps['save']) {
  const t = useFieldWords();
  const language = useLanguage();
  return async (text: string) => {
    if (text === '') return save(null);
    if (type === 'link') return save(withScheme(text));
    if (type === 'text') return save(text);
    const number = readNumber(text, language);
    return number === null ? t('custom.noNumber') : save(number);
  };
}

/** 'termika.example' is meant as a web address. */
function withScheme(text: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
}

/** The value itself opens its field; the page opens from beside it, and only if it is one. */
function VisitLink({ label, address }: { label: string; address: string }) {
  const t = useFieldWords();
  if (!/^https?:\/\//i.test(address)) return null;
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={t('custom.visit', { name: label })}
      title={address}
      className="grid size-6 shrink-0 place-items-center rounded-xs text-accent-text hover:bg-hover touch:size-(--touch)"
    >
      <ExternalLink aria-hidden className="size-4" strokeWidth={1.75} />
    </a>
  );
}

/** Saved as it is chosen; a refusal stands below it. */
function Chosen({ field, value, save }: Omit<CustomInPlaceProps, 'readOnly'>) {
  const [reason, setReason] = useState<string | null>(null);
  const put = async (chosen: unknown) => {
    setReason(null);
    setReason((await save(chosen)) ?? null);
  };
  return (
    <>
      <Control field={field} value={value} onChange={(chosen) => void put(chosen)} />
      <TypedProblem>{reason}</TypedProblem>
    </>
  );
}

interface ControlProps {
  field: CustomField;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Control(props: ControlProps) {
  const t = useFieldWords();
  const { field, value, onChange } = props;
  const name = { 'aria-label': field.label };
  if (field.type === 'choice') return <OneChoice {...props} />;
  if (field.type === 'multi-choice') return <ManyChoices {...props} />;
  if (field.type === 'checkbox') {
    return (
      <Checkbox {...name} checked={value === true} onChange={onChange} className="py-1!">
        {t(value === true ? 'custom.yes' : 'custom.no')}
      </Checkbox>
    );
  }
  const date = typeof value === 'string' ? value : null;
  const change = (next: string | null) => next !== date && onChange(next);
  return <DateField {...name} size="s" placeholder={t('custom.notSet')} value={date} onChange={change} />;
}

const NOTHING = '';

function OneChoice({ field, value, onChange }: ControlProps) {
  const t = useFieldWords();
  const chosen = typeof value === 'string' ? value : NOTHING;
  const none = { value: NOTHING, label: t('custom.none') };
  return (
    <Select
      size="s"
      aria-label={field.label}
      items={[none, ...choicesWith(field, [chosen])]}
      value={chosen === NOTHING ? null : chosen}
      placeholder={t('custom.notSet')}
      onChange={(next) => onChange(next === NOTHING ? null : next)}
    />
  );
}

function ManyChoices({ field, value, onChange }: ControlProps) {
  const t = useFieldWords();
  const keys = Array.isArray(value) ? value.map(String) : [];
  const items = choicesWith(field, keys);
  return (
    <ComboboxMany
      aria-label={field.label}
      placeholder={t('custom.notSet')}
      items={items}
      value={items.filter((item) => keys.includes(item.value))}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen.map((item) => item.value) : null)}
    />
  );
}

/** What the field offers, and what the record still holds of what it used to offer. */
function choicesWith({ choices }: CustomField, held: readonly string[]): { value: string; label: string }[] {
  const gone = held.filter((key) => key !== NOTHING && !choices.some((choice) => choice.key === key));
  return [...choices, ...gone.map((key) => ({ key, label: key }))].map(({ key, label }) => ({
    value: key,
    label,
  }));
}
