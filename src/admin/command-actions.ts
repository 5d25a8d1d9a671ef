import { useNavigate, useRouterState } from '@tanstack/react-router';
import {
  CalendarClock,
  CalendarPlus,
  ChartBar,
  CircleHelp,
  CopyCheck,
  LinkIcon,
  Upload,
  PenLine,
  UserPlus,
} from 'lucide-react';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { IMPORT_KINDS } from '#crm/transfer/import.ts';
import { useTransferWords } from '#crm/transfer/screens/words.ts';
import type { Command, CommandGroup } from '#ui/command-menu.tsx';
import { useRotationDeeds, useRotationsByName } from './command-rotations.ts';
import { namedFirst } from './named-first.ts';
import { useFairnessWords } from './pages/fairness/words.ts';
import { useWhyWords } from './pages/why/words.ts';
import { whySearch } from './pages/why/why-search.ts';
import { usePlaces } from './places.ts';
import { recordAt } from './pages/schedule/record-at.ts';
import { useMe } from './use-me.ts';
import { useAdminWords } from './words.ts';

/** Things to do and places to go whose names hold what was typed; all of them when nothing was. */
export function useCommandActions(typed: string): CommandGroup[] {
  const t = useAdminWords();
  const deeds = [...useScheduling(), ...useDeeds(), ...useRotationDeeds(), ...useAnswers()];
  const rotations = useRotationsByName(typed);
  const places = [...useWaysThere(), ...rotations, ...useFairness(), ...useImports(), ...useDuplicates()];
  const fits = ({ label }: Command) => folded(label).includes(folded(typed));
  const found = [
    { key: 'deeds', label: t('find.deeds'), items: deeds.filter(fits) },
    { key: 'places', label: t('find.places'), items: places.filter(fits) },
  ];
  return namedFirst(found, (label) => folded(label) === folded(typed));
}

/** On a record's page: a meeting from it (R3). */
function useScheduling(): Command[] {
  const t = useAdminWords();
  const go = useNavigate();
  const { member, may } = useMe();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const record = recordAt(path);
  if (!record || !(member.seat || may('book-for-others'))) return [];
  return [
    {
      key: 'schedule',
      label: t('find.schedule'),
      icon: CalendarClock,
      shortcut: 'S',
      onSelect: () => void go({ to: '/schedule', search: record }),
    },
  ];
}

function useDeeds(): Command[] {
  const t = useAdminWords();
  const go = useNavigate();
  return [
    {
      key: 'new-booking',
      label: t('find.newBooking'),
      icon: CalendarPlus,
      shortcut: 'C',
      onSelect: () => void go({ to: '/bookings/new' }),
    },
    {
      key: 'new-link',
      label: t('find.newLink'),
      icon: LinkIcon,
      onSelect: () => void go({ to: '/links/new' }),
    },
    {
      key: 'new-email',
      label: t('find.newEmail'),
      icon: PenLine,
      onSelect: () => void go({ to: '/mail', search: { write: true } }),
    },
    { key: 'new-lead', label: t('find.newLead'), icon: UserPlus, onSelect: () => void go({ to: '/leads' }) },
  ];
}

/** A10: from the calendar, of the day that is shown. */
function useAnswers(): Command[] {
  const t = useWhyWords();
  const go = useNavigate();
  const shown = useRouterState({ select: ({ location }) => whySearch(location.search) });
  const ask = () => void go({ to: '/why', search: shown });
  return [{ key: 'why-closed', label: t('title'), icon: CircleHelp, onSelect: ask }];
}

function useFairness(): Command[] {
  const t = useFairnessWords();
  const go = useNavigate();
  return [
    { key: 'fairness', label: t('title'), icon: ChartBar, onSelect: () => void go({ to: '/fairness' }) },
  ];
}

function useWaysThere(): Command[] {
  const t = useAdminWords();
  const go = useNavigate();
  return usePlaces().map(({ name, to, icon }) => ({
    key: `go-${name}`,
    label: t(`place.${name}`),
    icon,
    onSelect: () => void go({ to }),
  }));
}

/** After the lists: whoever types 'contacts' means them. */
function useImports(): Command[] {
  const t = useTransferWords();
  const go = useNavigate();
  return IMPORT_KINDS.map((kind) => ({
    key: `import-${kind}`,
    label: t(`heading.${kind}`),
    icon: Upload,
    onSelect: () => void go({ to: '/imports', search: { kind } }),
  }));
}

function useDuplicates(): Command[] {
  const t = useMergingWords();
  const go = useNavigate();
  return [
    { key: 'duplicates', label: t('title'), icon: CopyCheck, onSelect: () => void go({ to: '/duplicates' }) },
  ];
}

/** 'Réglages' is found by 'reglages'. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase();
}
