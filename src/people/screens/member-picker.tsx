import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type Ref } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import type { Choice } from '#ui/choices.ts';
import { Combobox } from '#ui/combobox.tsx';
import { ComboboxMany } from '#ui/combobox-many.tsx';
import { whyNoHost } from './can-host.ts';
import { membersQuery, type MemberView } from './member-queries.ts';
import { usePeopleWords } from './words.ts';

interface PickerProps {
  /** Those who cannot host stand in the list with the reason, and choosing one says it (B4). */
  hosts?: boolean;
  /** What else is to be known of somebody before they are chosen: 'No hours yet'. */
  noteOf?: (memberId: string) => string | undefined;
  /** Not offered: those who are there already. */
  without?: readonly string[];
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

export interface MemberPickerProps extends PickerProps {
  /** A member's id; one who has left is still named. */
  value: string | null;
  onChange: (memberId: string | null) => void;
  /** Who is chosen, when that is known: the others are then asked for once somebody looks. */
  known?: Pick<MemberView, 'id' | 'name'>;
}

/** One member, by name or address. Stands in a Field or has an `aria-label`. */
export function MemberPicker({
  value,
  onChange,
  hosts,
  noteOf,
  without,
  known,
  ...props
}: MemberPickerProps) {
  const [isWanted, setWanted] = useState(!known);
  const { offered, chosen, note, refuses, texts } = useChoices({ hosts, noteOf, without, known, isWanted });
  return (
    <div onFocus={() => setWanted(true)}>
      <Combobox
        {...texts}
        {...props}
        items={offered}
        value={value === null ? null : chosen(value)}
        onChange={(next) => !refuses(next ? [next.value] : []) && onChange(next?.value ?? null)}
      />
      <Refusal text={note} />
    </div>
  );
}

export interface MembersPickerProps extends PickerProps {
  value: readonly string[];
  /** In the order they were chosen. */
  onChange: (memberIds: string[]) => void;
}

/** Several members; the chosen stand in the field. */
export function MembersPicker({ value, onChange, hosts, noteOf, without, ...props }: MembersPickerProps) {
  const { offered, chosen, note, refuses, texts } = useChoices({ hosts, noteOf, without });
  const take = (next: readonly Choice[]) => {
    const ids = next.map((choice) => choice.value);
    if (!refuses(ids.filter((id) => !value.includes(id)))) onChange(ids);
  };
  return (
    <>
      <ComboboxMany {...texts} {...props} items={offered} value={value.map(chosen)} onChange={take} />
      <Refusal text={note} />
    </>
  );
}

function Refusal({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p role="alert" className="mt-1 text-12 wrap-anywhere text-danger">
      {text}
    </p>
  );
}

interface ChoicesOptions extends Pick<PickerProps, 'hosts' | 'noteOf' | 'without'> {
  known?: Pick<MemberView, 'id' | 'name'>;
  isWanted?: boolean;
}

function useChoices({ hosts = false, noteOf, without = [], known, isWanted = true }: ChoicesOptions) {
  const t = usePeopleWords();
  const { data, isError, isPending } = useQuery({ ...membersQuery(), enabled: isWanted });
  const [note, setNote] = useState('');
  const byId = useMemo(() => new Map(data?.map((member) => [member.id, member])), [data]);
  const choiceOf = (member: MemberView): Choice => {
    const why = hosts ? whyNoHost(member) : null;
    const reason = why && t(why === 'inactive' ? 'picker.inactive' : 'picker.noSeat');
    const mark = <Avatar id={member.id} name={member.name} />;
    const waited = hosts && member.invited ? t('picker.invited') : null;
    return {
      value: member.id,
      label: member.name,
      hint: reason ?? noteOf?.(member.id) ?? waited ?? member.email,
      mark,
    };
  };
  const offered = (data ?? []).filter((one) => (one.active || hosts) && !without.includes(one.id));
  const refuses = (added: readonly string[]): boolean => {
    const member = hosts ? added.map((id) => byId.get(id)).find((one) => one && whyNoHost(one)) : undefined;
    const key = member && !member.active ? 'picker.refusedInactive' : 'picker.refusedNoSeat';
    setNote(member ? t(key, { name: member.name }) : '');
    return member !== undefined;
  };
  const chosen = (id: string): Choice => {
    const member = byId.get(id);
    if (member) return choiceOf(member);
    if (known?.id === id) return { value: id, label: known.name, mark: <Avatar id={id} name={known.name} /> };
    return { value: id, label: isPending ? '…' : t('picker.unknown') };
  };
  const texts = {
    placeholder: t('picker.search'),
    empty: t(isError ? 'picker.failed' : 'picker.nobody'),
    searching: isPending,
  };
  return { offered: offered.map(choiceOf), chosen, note, refuses, texts };
}
