import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Person } from '#ui/avatar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useLinkWords } from '../words.ts';
import { Bookable } from './bookable.tsx';
import { partsOf } from './chair-list.ts';
import { useEditing } from './editing.tsx';
import { HostWeight } from './host-weight.tsx';

interface HostRowsProps {
  hostIds: readonly string[];
  onChange: (hostIds: string[]) => void;
  /** The last one cannot be taken away. */
  least?: number;
  /** How often each should be chosen against the others (D1); only where fewest bookings decide. */
  weighted?: boolean;
  /** Their order decides nothing. */
  unordered?: boolean;
}

/** The hosts of a chair or link, each with what keeps them from being booked. */
export function HostRows({
  hostIds,
  onChange,
  least = 1,
  weighted = false,
  unordered = false,
}: HostRowsProps) {
  const t = useLinkWords();
  const { readOnly, link, hostOf } = useEditing();
  const name = useHostName();
  const parts = partsOf(hostIds, link.weights, (id) => hostOf(id)?.bookable.ok !== false);
  return (
    <ReorderRows
      items={hostIds}
      keyOf={(id) => id}
      fixed={readOnly || unordered || hostIds.length < 2}
      gripLabel={(id) => t('order.move', { name: name(id) })}
      placeLabel={(id, index) =>
        t('order.moved', { name: name(id), place: index + 1, count: hostIds.length })
      }
      onMove={onChange}
      row={(id) => (
        <HostRow
          id={id}
          weight={weighted && <HostWeight id={id} name={name(id)} part={parts.get(id)} />}
          onRemove={
            readOnly || hostIds.length <= least
              ? undefined
              : () => onChange(hostIds.filter((one) => one !== id))
          }
        />
      )}
    />
  );
}

interface HostRowProps {
  id: string;
  weight: ReactNode;
  onRemove?: () => void;
}

function HostRow({ id, weight, onRemove }: HostRowProps) {
  const t = useLinkWords();
  const { hostOf } = useEditing();
  const name = useHostName()(id);
  return (
    <div className="flex min-h-10 min-w-0 flex-1 items-center gap-x-3 ps-1">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-1">
        <span className="w-32 min-w-0 flex-auto">
          <Person id={id} name={name} />
        </span>
        <span className="w-28 min-w-0 flex-auto">
          <Bookable host={hostOf(id)} />
        </span>
        {weight}
      </div>
      {onRemove && (
        <IconButton
          icon={X}
          label={t('hosts.remove', { name })}
          data-remove=""
          onClick={(event) => {
            focusBeside(event.currentTarget);
            onRemove();
          }}
        />
      )}
    </div>
  );
}

/** What is removed by keyboard hands the focus to the row beside it. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector<HTMLElement>('[data-remove]')?.focus();
}

/** The names of hosts come with the link; one just added is known from the list they were chosen from. */
export function useHostName(): (memberId: string) => string {
  const t = useLinkWords();
  const { hostOf } = useEditing();
  const { data: members } = useQuery({ ...membersQuery(), enabled: false });
  return (id) => hostOf(id)?.name ?? members?.find((one) => one.id === id)?.name ?? t('hosts.gone');
}
