import { Fragment, useMemo } from 'react';
import { Note } from '#ui/note.tsx';
import { Select } from '#ui/select.tsx';
import { useFieldNames } from './field-names.ts';
import type { ImportView, MappingView } from './import-queries.ts';
import { hasName, withField } from './mapping.ts';
import { useTransferWords } from './words.ts';

export interface MappingProps {
  found: ImportView;
  mapping: MappingView;
  onChange: (mapping: MappingView) => void;
}

const NOTHING = '-';

/** Which column becomes which field, with what stands in it. */
export function ColumnMap({ found, mapping, onChange }: MappingProps) {
  const t = useTransferWords();
  const items = useItems(found);
  return (
    <section aria-labelledby="columns">
      <h2 id="columns" className="font-semibold">
        {t('columns.title')}
      </h2>
      <p className="mb-3 text-muted">{t('columns.help')}</p>
      {!hasName(mapping) && (
        <Note tone="wait" alert className="mb-3">
          {t('columns.needName')}
        </Note>
      )}
      <ul className="border-t border-line">
        {found.columns.map(({ name, samples }) => (
          <li
            key={name}
            className="grid grid-cols-[minmax(0,1fr)_minmax(9rem,11rem)] items-center gap-x-3 gap-y-1 border-b border-line py-1.5 max-phone:grid-cols-[minmax(0,1fr)_minmax(8rem,9.5rem)]"
          >
            <ColumnName name={name} samples={samples} />
            <Select
              size="s"
              aria-label={t('columns.becomes', { column: name })}
              items={items}
              value={mapping.columns[name] ?? NOTHING}
              onChange={(field) => onChange(withField(mapping, name, field === NOTHING ? null : field))}
              className={mapping.columns[name] ? undefined : 'text-faint'}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function useItems({ kind, fields }: ImportView) {
  const t = useTransferWords();
  const nameOf = useFieldNames(kind);
  return useMemo(
    () => [
      { value: NOTHING, label: t('columns.nothing') },
      ...fields.map((field) => ({ value: field, label: nameOf(field) })),
    ],
    [fields, nameOf, t],
  );
}

function ColumnName({ name, samples }: { name: string; samples: readonly string[] }) {
  const t = useTransferWords();
  return (
    <div className="min-w-0">
      <bdi className="block truncate font-medium" title={name}>
        {name}
      </bdi>
      <span className="block truncate text-12 text-faint" title={samples.join('\n')}>
        {samples.length === 0 && t('columns.empty')}
        {samples.map((sample, at) => (
          <Fragment key={`${at} ${sample}`}>
            {at > 0 && ' · '}
            <bdi>{sample}</bdi>
          </Fragment>
        ))}
      </span>
    </div>
  );
}
