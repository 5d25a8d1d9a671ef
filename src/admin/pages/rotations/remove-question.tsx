import type { RefObject } from 'react';
import type { whoLeaves } from '#rotations/screens/what-follows.ts';
import type { Entry } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { AskBeside } from '#ui/ask-beside.tsx';
import { useLanguage } from '#ui/words.tsx';
import { sameEntry, useMembership, useRefusal } from './use-rotation.ts';

interface RemoveQuestionProps {
  rotationId: string;
  entry: Entry & { name: string };
  who: ReturnType<typeof whoLeaves>;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Asked because it cannot be taken back: whoever returns is new, and that is felt by all (R7). */
export function RemoveQuestion({ rotationId, entry, who, anchor, onClose }: RemoveQuestionProps) {
  const t = useRotationWords();
  const named = useNamed();
  const membership = useMembership(rotationId);
  const isSame = sameEntry(entry);
  const remove = () =>
    membership.mutate((members) => members.filter((one) => !isSame(one)), { onSuccess: onClose });
  const { leaving, staying } = who;
  return (
    <AskBeside
      anchor={anchor}
      title={t('remove.title', { name: entry.name })}
      action={t(entry.kind === 'team' ? 'remove.team' : 'remove.member')}
      onConfirm={remove}
      onClose={onClose}
      busy={membership.isPending}
      error={useRefusal(membership.error)}
    >
      {leaving.length > 0 && t('remove.leave', { count: leaving.length, names: named(leaving) })}{' '}
      {staying.length > 0 && t('remove.stay', { count: staying.length, names: named(staying) })}{' '}
      {leaving.length > 0 && t('remove.counts')}
    </AskBeside>
  );
}

const MOST_NAMES = 4;

/** 'Bo Lindqvist, Ana Duarte and 12 more' */
export function useNamed(): (people: readonly { name: string }[]) => string {
  const t = useRotationWords();
  const list = new Intl.ListFormat(useLanguage());
  return (people) => {
    const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
    const rest = people.length - names.length;
    return list.format(rest > 0 ? [...names, t('more', { count: rest })] : names);
  };
}
