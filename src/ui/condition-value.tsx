import { Combobox } from './combobox.tsx';
import { ComboboxMany } from './combobox-many.tsx';
import { choicesOf, shapeOf, valuesOf, type Condition, type FilterField } from './conditions.ts';
import { DateField } from './date-field.tsx';
import { Input } from './input.tsx';
import { MoneyInput } from './money-input.tsx';
import { NumberInput } from './number-input.tsx';
import { usePartWords } from './parts-words.ts';
import { Segmented } from './segmented.tsx';

interface ConditionValueProps {
  field: FilterField;
  condition: Condition;
  onChange: (condition: Condition) => void;
}

/** What the condition compares with; nothing where it compares with nothing. */
export function ConditionValue({ field, condition, onChange }: ConditionValueProps) {
  const t = usePartWords();
  const shape = shapeOf(condition.is);
  const put = (value: unknown) => onChange({ ...condition, value });
  if (shape === 'none') return null;
  if (shape === 'many') return <ManyValues field={field} condition={condition} onChange={onChange} />;
  if (shape === 'one') {
    const isWhole = condition.is === 'is' || condition.is === 'is-not';
    const isChosen = isWhole && (field.choices ?? []).length > 0;
    return (
      <OneValue
        field={field}
        label={t('filter.value')}
        value={condition.value}
        isChosen={isChosen}
        onChange={put}
      />
    );
  }
  const [from = null, to = null] = valuesOf(condition);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <OneValue field={field} label={t('filter.from')} value={from} onChange={(next) => put([next, to])} />
      <OneValue field={field} label={t('filter.to')} value={to} onChange={(next) => put([from, next])} />
    </div>
  );
}

function ManyValues({ field, condition, onChange }: ConditionValueProps) {
  const t = usePartWords();
  return (
    <ComboboxMany
      aria-label={t('filter.value')}
      items={field.choices ?? []}
      value={choicesOf(field, condition)}
      onChange={(chosen) => onChange({ ...condition, value: chosen.map(({ value }) => value) })}
      placeholder={t('filter.choose')}
    />
  );
}

interface OneValueProps {
  field: FilterField;
  label: string;
  value: unknown;
  /** Words that are one of the field's choices, not a part of them. */
  isChosen?: boolean;
  onChange: (value: unknown) => void;
}

function OneValue({ field, label, value, isChosen = false, onChange }: OneValueProps) {
  const t = usePartWords();
  const text = typeof value === 'string' ? value : '';
  const figure = typeof value === 'number' ? value : null;
  const all = { 'aria-label': label, onChange };
  switch (field.kind) {
    case 'words':
      if (isChosen) return <ChoiceValue field={field} label={label} value={value} onChange={onChange} />;
      return <Input {...all} value={text} />;
    case 'text':
      return <Input {...all} value={text} />;
    case 'number':
      return <NumberInput {...all} value={figure} unit={field.unit} />;
    case 'money':
      return <MoneyInput {...all} value={figure} currency={field.currency ?? 'EUR'} />;
    case 'date':
      return <DateField {...all} value={text || null} />;
    case 'yes-no':
      return (
        <Segmented
          label={label}
          items={[
            { value: 'yes', label: t('filter.yes') },
            { value: 'no', label: t('filter.no') },
          ]}
          value={value === false ? 'no' : 'yes'}
          onChange={(next) => onChange(next === 'yes')}
        />
      );
    default:
      return <ChoiceValue field={field} label={label} value={value} onChange={onChange} />;
  }
}

function ChoiceValue({ field, label, value, onChange }: OneValueProps) {
  const t = usePartWords();
  const [chosen = null] = choicesOf(field, { field: field.id, is: 'is', value });
  return (
    <Combobox
      aria-label={label}
      items={field.choices ?? []}
      value={chosen}
      onChange={(next) => onChange(next?.value ?? null)}
      placeholder={t('filter.choose')}
    />
  );
}
