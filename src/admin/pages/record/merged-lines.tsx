import type { CustomField } from '#crm/fields/screens/custom-field-queries.ts';
import { useCustomWords } from '#crm/fields/screens/use-custom-words.ts';
import type { MergedKind } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { useCustomNamed } from '../merging/use-custom-named.ts';
import { ChangeLines, useFieldName } from './change-lines.tsx';
import { ChangedValue } from './changed-value.tsx';

/** Which record became part of this one. */
export function MergedDeed({ entry: { data } }: { entry: TimelineEntry }) {
  return <>{useMergingWords()('was', { name: String(data['name'] ?? '') })}</>;
}

/** What changed by it, and what the other record said, so that nothing of it is lost. */
export function MergedLines({ entry }: { entry: TimelineEntry }) {
  const t = useMergingWords();
  const { kind } = entry.record;
  const nameOf = useFieldName(kind);
  const custom = useCustomNamed(kind as MergedKind);
  const values = Object.entries((entry.data['values'] ?? {}) as Record<string, unknown>);
  const changes = ((entry.data['changes'] ?? []) as { field: string }[]).map((change) => {
    const { label, type, choices } = custom(change.field) ?? {};
    return type ? { ...change, label, type, choices } : change;
  });
  return (
    <>
      <ChangeLines entry={{ ...entry, data: { changes } }} />
      <details className="mt-1">
        <summary className="w-fit cursor-pointer text-muted touch:py-2">{t('had')}</summary>
        <dl className="mt-0.5">
          {values.map(([field, value]) => (
            <div key={field} className="flex flex-wrap gap-x-1.5">
              <dt className="text-muted">{custom(field)?.label ?? nameOf(field)}</dt>
              <dd className="min-w-0 wrap-anywhere">
                <OneValue entry={entry} field={field} value={value} custom={custom(field)} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

interface OneValueProps {
  entry: TimelineEntry;
  field: string;
  value: unknown;
  custom: CustomField | undefined;
}

function OneValue({ entry, field, value, custom }: OneValueProps) {
  const words = useCustomWords();
  if (custom) return <bdi>{words(custom, value)}</bdi>;
  return <ChangedValue kind={entry.record.kind} field={field} value={shown(field, value, entry)} />;
}

/** A deal's amount is said with its currency. */
function shown(field: string, value: unknown, { data }: TimelineEntry): unknown {
  if (field !== 'amount' || typeof value !== 'number') return value;
  const values = data['values'] as Record<string, unknown>;
  return { amount: value, currency: values['currency'] };
}
