import { choicesOf, fieldOf, isComplete, shapeOf, type Condition, type FilterField } from './conditions.ts';
import { writeDate } from './date-text.ts';
import type { FilterInForce } from './filter-bar.tsx';
import { moneyWords } from './money-text.ts';
import { usePartWords } from './parts-words.ts';
import { useLanguage } from './words.tsx';

/** The complete conditions as chips of a filter bar: 'Stage is Prospect ×'. The key is the condition's place. */
export function useConditionChips(
  conditions: readonly Condition[],
  fields: readonly FilterField[],
): FilterInForce[] {
  const t = usePartWords();
  const valueWords = useValueWords();
  return conditions.flatMap((condition, index) => {
    const field = fieldOf(fields, condition);
    if (!field || !isComplete(condition, field)) return [];
    const value = valueWords(condition, field);
    const words = (
      <>
        {field.label} {t(`filter.is.${condition.is}` as 'filter.is.is')} {value && <b dir="auto">{value}</b>}
      </>
    );
    return [{ key: String(index), name: `${field.label} ${value}`.trim(), words }];
  });
}

function useValueWords(): (condition: Condition, field: FilterField) => string {
  const t = usePartWords();
  const language = useLanguage();
  const oneWord = (value: unknown, field: FilterField): string => {
    if (field.kind === 'yes-no') return t(value === true ? 'filter.yes' : 'filter.no');
    if (field.kind === 'date') return writeDate(String(value), language);
    if (field.kind === 'money') return moneyWords(Number(value), field.currency ?? 'EUR', language);
    if (field.kind === 'number')
      return [Number(value).toLocaleString(language), field.unit].filter(Boolean).join(' ');
    return choicesOf(field, { field: field.id, is: 'is', value })[0]?.label ?? '';
  };
  return (condition, field) => {
    const { value } = condition;
    const shape = shapeOf(condition.is);
    if (shape === 'none') return '';
    if (!Array.isArray(value)) return oneWord(value, field);
    const [first = '', second = ''] = value.map((one) => oneWord(one, field));
    if (shape === 'range') return t('filter.range', { from: first, to: second });
    if (value.length > 2) return t('filter.more', { first, count: value.length - 1 });
    return value.map((one) => oneWord(one, field)).join(', ');
  };
}
