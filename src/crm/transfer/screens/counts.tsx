import { classNames } from '#ui/class-names.ts';
import { useLanguage } from '#ui/words.tsx';

export interface Count {
  key: string;
  label: string;
  count: number;
  /** Needs a look when there are any. */
  isBad?: boolean;
}

/** A few figures side by side. */
export function Counts({ counts }: { counts: readonly Count[] }) {
  const language = useLanguage();
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {counts.map(({ key, label, count, isBad }) => (
        <div key={key} className="flex flex-col-reverse">
          <dt className="text-muted">{label}</dt>
          <dd
            className={classNames(
              'tabular text-20 font-semibold',
              count === 0 ? 'text-faint' : isBad && 'text-danger',
            )}
          >
            {count.toLocaleString(language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
