import { useQueryClient } from '@tanstack/react-query';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { AddressDraft, AddressView } from './address-queries.ts';

/** Everything on the record's page that an address may change. */
export function useRefreshAddresses(path: string) {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['timeline', path] });
    void queries.invalidateQueries({ queryKey: ['companies', 'summary'] });
    await queries.invalidateQueries({ queryKey: ['addresses', path] });
  };
}

/** Makes it the preferred one, or takes it away with eight seconds to think again. */
export function useAddressActs(path: string) {
  const t = useCompanyWords();
  const toast = useToast();
  const refresh = useRefreshAddresses(path);
  const say = (error: unknown) => toast.failed((error as Error).message);
  const again = ({ id: _id, version: _version, createdAt: _createdAt, ...body }: AddressView) =>
    request('POST', `${path}/addresses`, { body: body satisfies AddressDraft }).then(refresh, say);
  return {
    prefer: ({ id }: AddressView) =>
      request('PATCH', `${path}/addresses/${id}`, { body: { preferred: true } }).then(refresh, say),
    remove: async (address: AddressView) => {
      try {
        await request('DELETE', `${path}/addresses/${address.id}`);
        await refresh();
        toast.undo({ text: t('address.deleted'), onUndo: () => void again(address) });
      } catch (error) {
        say(error);
      }
    },
  };
}
