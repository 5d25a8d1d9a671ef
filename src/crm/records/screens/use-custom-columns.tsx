import { useMemo } from 'react';
import {
  nameOfCustom,
  useCustomFields,
  type CustomField,
  type CustomKind,
  type WithCustom,
} from '#crm/fields/screens/custom-field-queries.ts';
import { COMPARED_AS } from '#crm/timeline/custom/compared-as.ts';
import { useCustomWords } from '#crm/fields/screens/use-custom-words.ts';
import type { FilterField } from '#ui/conditions.ts';
import type { ListedRecord, ListKind, ListName, RecordColumn } from './list-kind.ts';

const KINDS: Record<ListName, CustomKind> = {
  companies: 'company',
  contacts: 'contact',
  leads: 'lead',
  deals: 'deal',
  tickets: 'ticket',
};

/** A list with the workspace's own fields: columns for whoever chooses them, and what it can be filtered by. */
export function useCustomColumns<Row extends ListedRecord>(kind: ListKind<Row>): ListKind<Row> {
  const fields = useCustomFields(KINDS[kind.list]);
  const words = useCustomWords();
  return useMemo(() => {
    if (fields.length === 0) return kind;
    const columns = fields.map((field) => columnOf<Row>(field, words));
    return {
      ...kind,
      columns: [...kind.columns, ...columns],
      fields: [...kind.fields, ...fields.map(filterOf)],
    };
  }, [kind, fields, words]);
}

function columnOf<Row extends ListedRecord>(
  field: CustomField,
  words: ReturnType<typeof useCustomWords>,
): RecordColumn<Row> {
  return {
    key: nameOfCustom(field),
    header: field.label,
    width: '10rem',
    hidden: true,
    sorts: true,
    ...(field.type === 'number' && { align: 'end' }),
    cell: (row) => {
      const text = words(field, (row as WithCustom).custom?.[field.key]);
      return <bdi title={text || undefined}>{text}</bdi>;
    },
  };
}

function filterOf(field: CustomField): FilterField {
  const kind = COMPARED_AS[field.type];
  const choices = field.choices.map(({ key, label }) => ({ value: key, label }));
  return { id: nameOfCustom(field), label: field.label, kind, ...(kind === 'choice' && { choices }) };
}
