import { useBookingWords } from '#bookings/screens/words.ts';
import { MenuCheck, MenuGroup, MenuItem } from '#ui/menu.tsx';
import type { ListFilter } from './bookings-search.ts';
import type { AskedFilter } from './filter-dialog.tsx';
import { useListWay } from './use-bookings.ts';

const STATUSES = ['scheduled', 'unverified', 'completed', 'no-show', 'cancelled', 'expired'] as const;

/** Short spans that are asked for every day; "to" is inclusive. */
const SPANS = [
  { name: 'next7', from: 'today', to: 'today+6' },
  { name: 'last7', from: 'today-7', to: 'today-1' },
  { name: 'last30', from: 'today-30', to: 'today-1' },
] as const;

/** What the list can be narrowed by. */
export function FilterMenu({ filter, onAsk }: { filter: ListFilter; onAsk: (asked: AskedFilter) => void }) {
  const t = useBookingWords();
  const way = useListWay();
  return (
    <>
      <MenuGroup label={t('filter.starts')}>
        {SPANS.map(({ name, from, to }) => (
          <MenuItem key={name} onSelect={() => way.narrow(filter, { from, to })}>
            {t(`filter.${name}`)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => onAsk('days')}>{t('filter.days')}</MenuItem>
      </MenuGroup>
      <MenuGroup label={t('list.host')}>
        <MenuItem onSelect={() => way.narrow(filter, { hostId: 'me' })}>{t('filter.mine')}</MenuItem>
        <MenuItem onSelect={() => onAsk('host')}>{t('filter.somebody')}</MenuItem>
        <MenuCheck
          checked={filter.needsHost === 'true'}
          onChange={(on) => way.narrow(filter, { needsHost: on ? 'true' : undefined })}
        >
          {t('status.needs-host')}
        </MenuCheck>
        <MenuCheck
          checked={filter.question === 'true'}
          onChange={(on) => way.narrow(filter, { question: on ? 'true' : undefined })}
        >
          {t('filter.asked')}
        </MenuCheck>
      </MenuGroup>
      <MenuGroup label={t('filter.link')}>
        <MenuItem onSelect={() => onAsk('link')}>{t('filter.chooseLink')}</MenuItem>
      </MenuGroup>
      <StatusGroup filter={filter} />
    </>
  );
}

function StatusGroup({ filter }: { filter: ListFilter }) {
  const t = useBookingWords();
  const way = useListWay();
  const chosen = filter.status?.split(',') ?? [];
  const toggle = (status: string, on: boolean) => {
    const next = STATUSES.filter((one) => (one === status ? on : chosen.includes(one)));
    way.narrow(filter, { status: next.join(',') || undefined });
  };
  return (
    <MenuGroup label={t('list.status')}>
      {STATUSES.map((status) => (
        <MenuCheck key={status} checked={chosen.includes(status)} onChange={(on) => toggle(status, on)}>
          {t(`status.${status}`)}
        </MenuCheck>
      ))}
    </MenuGroup>
  );
}
