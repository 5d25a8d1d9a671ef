import { Plus, X } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import { Button } from './button.tsx';
import { ConditionValue } from './condition-value.tsx';
import {
  conditionsOf,
  offeredOf,
  fieldOf,
  newCondition,
  withIs,
  type Condition,
  type FilterField,
} from './conditions.ts';
import { IconButton } from './icon-button.tsx';
import { usePartWords } from './parts-words.ts';
import { Select } from './select.tsx';

export interface FilterBuilderProps {
  fields: readonly FilterField[];
  /** Rows without a value included; `completeOnes` gives those a list can be asked by. */
  conditions: readonly Condition[];
  onChange: (conditions: Condition[]) => void;
}

/** Rows of field, condition and value, all of which must hold. A new row takes the focus; after a removal the next one has it. */
export function FilterBuilder({ fields, conditions, onChange }: FilterBuilderProps) {
  const t = usePartWords();
  const { pane, focusRow } = useRowToFocus();
  const put = (index: number, next: Condition) => onChange(conditions.with(index, next));
  const add = () => {
    const unused = fields.find(({ id }) => !conditions.some(({ field }) => field === id)) ?? fields[0];
    if (!unused) return;
    focusRow(conditions.length);
    onChange([...conditions, newCondition(unused)]);
  };
  const remove = (index: number) => {
    focusRow(Math.min(index, conditions.length - 2));
    onChange(conditions.toSpliced(index, 1));
  };
  return (
    <div ref={pane} className="flex min-w-0 flex-col gap-2">
      {conditions.length === 0 && <p className="text-faint">{t('filter.none')}</p>}
      {conditions.map((condition, index) => (
        <ConditionRow
          // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own and keep their order
          key={`${index} ${condition.field}`}
          fields={fields}
          condition={condition}
          index={index}
          onChange={(next) => put(index, next)}
          onRemove={() => remove(index)}
        />
      ))}
      <BuilderFoot onAdd={add} onClear={conditions.length > 1 ? () => onChange([]) : undefined} />
    </div>
  );
}

function BuilderFoot({ onAdd, onClear }: { onAdd: () => void; onClear?: () => void }) {
  const t = usePartWords();
  return (
    <div className="flex flex-wrap gap-2">
      <Button data-add icon={Plus} onClick={onAdd}>
        {t('filter.add')}
      </Button>
      {onClear && (
        <Button kind="quiet" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface ConditionRowProps {
  fields: readonly FilterField[];
  condition: Condition;
  index: number;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function ConditionRow({ fields, condition, index, onChange, onRemove }: ConditionRowProps) {
  const t = usePartWords();
  const field = fieldOf(fields, condition);
  const name = field?.label ?? condition.field;
  const changeField = (id: string) => {
    const next = fields.find((one) => one.id === id);
    if (next) onChange(newCondition(next));
  };
  return (
    <fieldset
      data-condition={index}
      aria-label={name}
      className="grid min-w-0 grid-cols-[3rem_minmax(0,3fr)_minmax(0,3fr)_minmax(0,4fr)_auto] items-start gap-2 max-phone:border-b max-phone:border-line max-phone:pb-3 max-phone:grid-cols-[minmax(0,1fr)_auto]"
    >
      <span className="pt-1.5 text-end text-faint max-phone:hidden">
        {t(index === 0 ? 'filter.where' : 'filter.and')}
      </span>
      <Select
        aria-label={t('filter.field')}
        items={fields.map(({ id, label }) => ({ value: id, label }))}
        value={field?.id ?? null}
        onChange={changeField}
        placeholder={t('filter.choose')}
      />
      <IsSelect field={field} condition={condition} onChange={onChange} />
      <div className="min-w-0 max-phone:col-start-1">
        {field && <ConditionValue field={field} condition={condition} onChange={onChange} />}
      </div>
      <IconButton
        icon={X}
        size="m"
        label={t('filter.remove', { name })}
        onClick={onRemove}
        className="max-phone:col-start-2 max-phone:row-start-1"
      />
    </fieldset>
  );
}

interface IsSelectProps {
  field: FilterField | undefined;
  condition: Condition;
  onChange: (condition: Condition) => void;
}

function IsSelect({ field, condition, onChange }: IsSelectProps) {
  const t = usePartWords();
  return (
    <Select
      aria-label={t('filter.condition')}
      items={(field ? offeredOf(field) : conditionsOf('text')).map((is) => ({
        value: is,
        label: t(`filter.is.${is}`),
      }))}
      value={condition.is as never}
      onChange={(is) => onChange(withIs(condition, is))}
      className="max-phone:col-start-1"
    />
  );
}

function useRowToFocus(): { pane: RefObject<HTMLDivElement | null>; focusRow: (index: number) => void } {
  const pane = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = pane.current?.querySelector(`[data-condition="${wanted.current}"]`);
    const add = pane.current?.querySelector<HTMLElement>('[data-add]');
    wanted.current = null;
    (row?.querySelector<HTMLElement>('[role=combobox]') ?? add)?.focus();
  });
  return {
    pane,
    focusRow: (index) => {
      wanted.current = index;
    },
  };
}
