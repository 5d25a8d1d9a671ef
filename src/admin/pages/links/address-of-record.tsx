import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { addressesOf, type RecordRef } from './people-of-record.ts';

interface AddressOfRecordProps {
  record: RecordRef;
  value: string;
  onChange: (address: string) => void;
  error: string | undefined;
}

/** The address that is written to: one of those that are known, or typed where none is. */
export function AddressOfRecord({ record, value, onChange, error }: AddressOfRecordProps) {
  const t = useLinkWords();
  const { data, isPending } = useQuery(addressesOf(record));
  const first = data?.[0]?.address;
  useEffect(() => {
    if (first && !value) onChange(first);
    // Once they are known; emptied again by hand it is left so.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [first]);
  if (isPending) return <Skeleton row="text" rows={1} />;
  const known = data ?? [];
  if (known.length === 0)
    return (
      <Field label={t('personal.email')} hint={t('personal.noEmail')} error={error}>
        <Input type="email" dir="ltr" value={value} onChange={onChange} />
      </Field>
    );
  return (
    <Field label={t('personal.email')} hint={t('personal.emailHint')} error={error}>
      <Select
        items={known.map(({ name, address }) => ({ value: address, label: address, hint: name }))}
        value={value || null}
        onChange={onChange}
      />
    </Field>
  );
}
