import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from '#ui/request.ts';
import type { AddressShape } from '../address-fields.ts';

export type AddressView = z.infer<typeof AddressShape>;
export type AddressDraft = Omit<AddressView, 'id' | 'version' | 'createdAt'>;

/** `path` is the record's: '/api/companies/018f…'. */
export const addressesQuery = (path: string) =>
  queryOptions({
    queryKey: ['addresses', path],
    queryFn: ({ signal }) => request<{ items: AddressView[] }>('GET', `${path}/addresses`, { signal }),
  });

export const NO_ADDRESS: AddressDraft = {
  type: 'office',
  title: null,
  line1: null,
  line2: null,
  city: null,
  county: null,
  state: null,
  postcode: null,
  country: null,
  phone: null,
  fax: null,
  email: null,
  preferred: false,
};
