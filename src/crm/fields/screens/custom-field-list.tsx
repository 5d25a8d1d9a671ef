import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { customFieldsQuery, type CustomField, type CustomKind } from './custom-field-queries.ts';
import { useCustomFieldActs } from './use-custom-field-acts.ts';
import { useFieldWords } from './words.ts';

export interface CustomFieldListProps {
  kind: CustomKind;
  onNew: () => void;
  onEdit: (field: CustomField) => void;
}

/** The fields of one kind in the order in which its records show them. */
export function CustomFieldList({ kind, onNew, onEdit }: CustomFieldListProps) {
  const t = useFieldWords();
  const found = useQuery(customFieldsQuery(kind));
  const { order, remove } = useCustomFieldActs(kind);
  if (found.isError && !found.data) {
    return (
      <Problem title={t('custom.failed')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={3} row="text" />;
  if (found.data.length === 0) return <Nothing kind={kind} onNew={onNew} />;
  const count = found.data.length;
  return (
    <ReorderRows
      items={found.data}
      keyOf={({ id }) => id}
      fixed={count < 2}
      gripLabel={({ label }) => t('move', { name: label })}
      placeLabel={({ label }, index) => t('place', { name: label, place: index + 1, count })}
      onMove={order}
      row={(field) => <FieldRow field={field} onEdit={() => onEdit(field)} onRemove={() => remove(field)} />}
    />
  );
}

function Nothing({ kind, onNew }: Pick<CustomFieldListProps, 'kind' | 'onNew'>) {
  const t = useFieldWords();
  return (
    <Empty
      title={t(`custom.empty.${kind}`)}
      action={
        <Button kind="primary" icon={Plus} onClick={onNew}>
          {t('custom.new')}
        </Button>
      }
    >
      {t(`custom.example.${kind}`)}
    </Empty>
  );
}

interface FieldRowProps {
  field: CustomField;
  onEdit: () => void;
  onRemove: () => void;
}

function FieldRow({ field, onEdit, onRemove }: FieldRowProps) {
  const t = useFieldWords();
  const { label, type, choices } = field;
  const offered = choices.map((choice) => choice.label).join(', ');
  return (
    <div className="flex min-h-10 min-w-0 flex-1 items-center gap-2 py-1 ps-1 touch:min-h-(--touch)">
      <span className="min-w-0 flex-1">
        <button
          type="button"
          title={t('custom.editThis', { name: label })}
          onClick={onEdit}
          className="block max-w-full truncate rounded-xs text-start font-medium hover:underline touch:min-h-(--touch)"
        >
          <bdi>{label}</bdi>
        </button>
        {offered && (
          <span dir="auto" title={offered} className="block truncate text-12 text-muted">
            {offered}
          </span>
        )}
      </span>
      <Tag>{t(`custom.type.${type}`)}</Tag>
      <IconButton icon={Trash2} label={t('custom.delete', { name: label })} onClick={onRemove} />
    </div>
  );
}
