import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { rotationsQuery } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import type { Command } from '#ui/command-menu.tsx';

/** R1: making one, for who may. */
export function useRotationDeeds(): Command[] {
  const t = useRotationWords();
  const go = useNavigate();
  if (!useRotationRights().manage) return [];
  const make = () => void go({ to: '/rotations', search: { make: true } });
  return [{ key: 'new-rotation', label: t('list.new'), icon: RefreshCw, onSelect: make }];
}

/** Each by its name and with whose turn it is, once something is typed; there are few, so all are asked for at once. */
export function useRotationsByName(typed: string): Command[] {
  const t = useRotationWords();
  const go = useNavigate();
  const { see } = useRotationRights();
  const { data = [] } = useQuery({ ...rotationsQuery(), enabled: see && typed !== '', staleTime: 60_000 });
  if (typed === '') return [];
  return data.map(({ id, name, next }) => ({
    key: `rotation-${id}`,
    label: name,
    hint: next ? t('list.next', { name: next.name }) : t('list.nobody'),
    icon: RefreshCw,
    onSelect: () => void go({ to: '/rotations/$rotationId', params: { rotationId: id } }),
  }));
}
