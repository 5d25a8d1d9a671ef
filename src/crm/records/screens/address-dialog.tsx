import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Note } from '#ui/note.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { AddressForm } from './address-form.tsx';
import { NO_ADDRESS, type AddressDraft, type AddressView } from './address-queries.ts';

export interface AddressDialogProps {
  path: string;
  /** Without one a new address is written. */
  address?: AddressView;
  onClose: () => void;
  onKept: (address: AddressView) => void;
}

/** An address with every field; what was typed stays when it is refused. */
export function AddressDialog({ path, address, onClose, onKept }: AddressDialogProps) {
  const t = useCompanyWords();
  const [draft, setDraft] = useState<AddressDraft>(address ?? NO_ADDRESS);
  const keep = useKeepAddress(path, address, onKept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(draft);
  };
  const { errors, other } = refusals(keep.error, t('address.meanwhile'));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(address ? 'address.edit' : 'address.new')}
      keepsTyped
      footer={
        <Button kind="primary" size="m" type="submit" form="address" busy={keep.isPending}>
          {t('address.save')}
        </Button>
      }
    >
      <form id="address" onSubmit={submit} noValidate className="grid gap-4">
        <AddressForm draft={draft} onChange={setDraft} errors={errors} />
        {other && (
          <Note tone="danger" alert>
            {other}
          </Note>
        )}
      </form>
    </Dialog>
  );
}

function useKeepAddress(path: string, address: AddressView | undefined, onKept: (kept: AddressView) => void) {
  return useMutation({
    mutationFn: (draft: AddressDraft) => {
      const { type, title, line1, line2, city, county, state, postcode, ...rest } = draft;
      const { country, phone, fax, email, preferred } = rest;
      const where = { type, title, line1, line2, city, county, state, postcode };
      const body = { ...where, country, phone, fax, email, preferred };
      return address
        ? request<AddressView>('PATCH', `${path}/addresses/${address.id}`, { body, version: address.version })
        : request<AddressView>('POST', `${path}/addresses`, { body });
    },
    onSuccess: onKept,
  });
}

function refusals(
  error: Error | null,
  meanwhile: string,
): { errors: Record<string, string>; other?: string } {
  if (!error) return { errors: {} };
  const isRefused = error instanceof RequestProblem;
  if (isRefused && error.status === 412) return { errors: {}, other: meanwhile };
  const named = isRefused ? error.errors.map(({ path, message }) => [path, message] as const) : [];
  return named.length > 0 ? { errors: Object.fromEntries(named) } : { errors: {}, other: error.message };
}
