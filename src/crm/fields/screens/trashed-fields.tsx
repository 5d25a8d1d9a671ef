import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { SettingsPart } from '#ui/settings-section.tsx';
import { trashedFieldsQuery, type CustomKind } from './custom-field-queries.ts';
import { useCustomFieldActs } from './use-custom-field-acts.ts';
import { useFieldWords } from './words.ts';

/** Fields that were deleted; each comes back with its values. Nothing while there are none. */
export function TrashedFields({ kind }: { kind: CustomKind }) {
  const t = useFieldWords();
  const { data = [] } = useQuery(trashedFieldsQuery(kind));
  const { restore } = useCustomFieldActs(kind);
  if (data.length === 0) return null;
  return (
    <SettingsPart title={t('custom.trash')} help={t('custom.trashWhat')}>
      <ul className="rounded-r border border-line">
        {data.map((field) => (
          <li
            key={field.id}
            className="flex min-h-10 min-w-0 items-center gap-2 border-t border-line px-3 py-1 first:border-t-0"
          >
            <bdi title={field.label} className="min-w-0 flex-1 truncate text-muted">
              {field.label}
            </bdi>
            <Tag>{t(`custom.type.${field.type}`)}</Tag>
            <Button
              kind="quiet"
              icon={RotateCcw}
              aria-label={t('custom.restoreThis', { name: field.label })}
              onClick={() => restore(field)}
            >
              {t('custom.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </SettingsPart>
  );
}
