import { Person } from './avatar.tsx';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';

export interface FairShare {
  id: string;
  name: string;
  count: number;
  /** What would be fair: the mark. Without it there is no mark. */
  fair?: number;
  /** Takes no part at present: hatched. */
  paused?: boolean;
}

/** Who had how many, against the fair share. */
export function FairBars({ label, shares }: { label: string; shares: readonly FairShare[] }) {
  const most = Math.max(1, ...shares.flatMap((share) => [share.count, share.fair ?? 0])) * 1.25;
  return (
    <ul aria-label={label} className="grid gap-2.5">
      {shares.map((share) => (
        <FairBar key={share.id} share={share} most={most} />
      ))}
    </ul>
  );
}

export const HATCH = 'bg-[repeating-linear-gradient(135deg,var(--line-mid)_0_2px,var(--bg-press)_2px_5px)]';

function FairBar({ share, most }: { share: FairShare; most: number }) {
  const t = usePartWords();
  const { name, count, fair } = share;
  return (
    <li className="grid grid-cols-[minmax(0,8.25rem)_minmax(0,1fr)_minmax(1.5rem,auto)] items-center gap-3">
      {fair !== undefined && <span className="sr-only">{t('parts.fairShare', { name, count, fair })}</span>}
      <span aria-hidden={fair !== undefined} className="min-w-0">
        <Person id={share.id} name={name} />
      </span>
      <span aria-hidden className="relative h-3 rounded-xs bg-hover outline outline-transparent">
        <span
          style={{ width: `${(count / most) * 100}%` }}
          className={classNames(
            'absolute inset-y-0 start-0 rounded-xs',
            share.paused ? HATCH : 'bg-accent forced-colors:bg-[CanvasText]',
          )}
        />
        {fair !== undefined && (
          <span
            style={{ insetInlineStart: `${(fair / most) * 100}%` }}
            className="absolute -inset-y-1 w-0.5 rounded-[1px] bg-ink forced-colors:bg-[Highlight]"
          />
        )}
      </span>
      <span aria-hidden={fair !== undefined} className="tabular text-end font-semibold">
        {count}
      </span>
    </li>
  );
}
