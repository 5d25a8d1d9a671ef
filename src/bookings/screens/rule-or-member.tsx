import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { Avatar } from '#ui/avatar.tsx';
import { Combobox } from '#ui/combobox.tsx';
import type { Choice } from '#ui/choices.ts';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useBookingWords } from './words.ts';

const RULE = 'rule';

/** A member, or null: the appointment page's rule chooses (E13). */
export function RuleOrMember(props: { value: string | null; onChange: (hostId: string | null) => void }) {
  const t = useBookingWords();
  const { data, isPending } = useQuery(membersQuery(true));
  const rule: Choice = {
    value: RULE,
    label: t('new.rule'),
    hint: t('new.ruleHint'),
    mark: <Scale aria-hidden className="size-5 shrink-0 text-faint" strokeWidth={1.75} />,
  };
  const members = (data ?? []).map(({ id, name, email }) => ({
    value: id,
    label: name,
    hint: email,
    mark: <Avatar id={id} name={name} />,
  }));
  const items: Choice[] = [rule, ...members];
  const chosen = items.find(({ value }) => value === (props.value ?? RULE));
  return (
    <Combobox
      items={items}
      searching={isPending}
      value={chosen ?? { value: props.value ?? RULE, label: '…' }}
      onChange={(next) => props.onChange(next && next.value !== RULE ? next.value : null)}
    />
  );
}
