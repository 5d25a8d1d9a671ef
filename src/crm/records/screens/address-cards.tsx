import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Plus, Star, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { Empty } from '#ui/empty.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AddressDialog } from './address-dialog.tsx';
import { addressesQuery, type AddressView } from './address-queries.ts';
import { AddressLines, useAddressName } from './address-lines.tsx';
import { useAddressActs, useRefreshAddresses } from './use-address-acts.ts';

export interface AddressCardsProps {
  /** The record's: '/api/companies/018f…'. */
  path: string;
  readOnly: boolean;
}

/** Where a record is found: one card an address, the preferred one first (P3). */
export function AddressCards({ path, readOnly }: AddressCardsProps) {
  const t = useCompanyWords();
  const found = useQuery(addressesQuery(path));
  const [open, setOpen] = useState<AddressView | 'new' | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const refresh = useRefreshAddresses(path);
  const take = async ({ id }: AddressView) => {
    await refresh();
    setOpen(null);
    setKept(id);
  };
  return (
    <section aria-label={t('address.title')}>
      <SectionHead
        title={t('address.title')}
        count={found.data?.items.length}
        aside={
          !readOnly && (
            <Button icon={Plus} onClick={() => setOpen('new')}>
              {t('address.addLong')}
            </Button>
          )
        }
      />
      {found.isError && <Problem title={t('address.failed')} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Skeleton rows={2} row="text" />}
      {found.data && (
        <Cards addresses={found.data.items} path={path} readOnly={readOnly} kept={kept} onEdit={setOpen} />
      )}
      {open && (
        <AddressDialog
          path={path}
          address={open === 'new' ? undefined : open}
          onClose={() => setOpen(null)}
          onKept={(address) => void take(address)}
        />
      )}
    </section>
  );
}

interface CardsProps extends AddressCardsProps {
  addresses: readonly AddressView[];
  /** The one that was written last. */
  kept: string | null;
  onEdit: (address: AddressView) => void;
}

function Cards({ addresses, kept, onEdit, ...rest }: CardsProps) {
  const t = useCompanyWords();
  if (addresses.length === 0) return <Empty small title={t('address.none')} />;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-3">
      {addresses.map((address) => (
        <AddressCard
          key={address.id}
          {...rest}
          address={address}
          isNew={address.id === kept}
          onEdit={() => onEdit(address)}
        />
      ))}
    </ul>
  );
}

interface AddressCardProps extends AddressCardsProps {
  address: AddressView;
  /** It was written just now: it has the focus. */
  isNew: boolean;
  onEdit: () => void;
}

function AddressCard({ address, path, readOnly, isNew, onEdit }: AddressCardProps) {
  const t = useCompanyWords();
  const name = useAddressName()(address);
  const card = useFocus<HTMLButtonElement>(isNew);
  return (
    <li className="group relative min-w-0 rounded-r border border-line px-4 py-3">
      <div className="mb-1 flex min-w-0 items-start gap-2">
        <bdi className="min-w-0 flex-1 font-semibold wrap-anywhere">
          {readOnly ? (
            name
          ) : (
            <button
              ref={card}
              type="button"
              title={t('address.editThis', { name })}
              onClick={onEdit}
              className="rounded-xs text-start hover:underline"
            >
              {name}
            </button>
          )}
        </bdi>
        {address.preferred && <Tag tone="accent">{t('address.preferred')}</Tag>}
        {address.type !== 'office' && <Tag>{t(`address.type.${address.type}`)}</Tag>}
        {!readOnly && <Acts address={address} name={name} path={path} />}
      </div>
      <AddressLines address={address} />
    </li>
  );
}

function Acts({ address, name, path }: { address: AddressView; name: string; path: string }) {
  const t = useCompanyWords();
  const { prefer, remove } = useAddressActs(path);
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={t('address.acts', { name })} className="-my-1 -me-2" />}
    >
      {!address.preferred && (
        <MenuItem icon={Star} onSelect={() => void prefer(address)}>
          {t('address.prefer')}
        </MenuItem>
      )}
      <MenuItem icon={Trash2} danger onSelect={() => void remove(address)}>
        {t('address.delete')}
      </MenuItem>
    </Menu>
  );
}

/** The dialog gives the focus back first. */
function useFocus<Element extends HTMLElement>(isWanted: boolean) {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setTimeout(() => element.current?.focus(), 150);
    return () => clearTimeout(timer);
  }, [isWanted]);
  return element;
}
