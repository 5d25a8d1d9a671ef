import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useShortcuts } from '#ui/shortcuts.ts';
import { onOpenCommands, onOpenKeys } from './commands.ts';

const loadCommands = () => import('./command-search.tsx');
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
const Commands = lazy(async () => ({ default: (await loadCommands()).CommandSearch }));

/** Screens on which C makes what they are about; the router's paths begin after /admin. */
const CREATES =
  /^(\/admin)?\/(calendar|bookings|links|companies|leads|contacts|deals|tickets|settings|rotations)/;

/** The keys that work on every screen, and what they open: downloaded when first asked for. */
export function Keys() {
  const [open, setOpen] = useState<'commands' | 'keys' | null>(null);
  const go = useNavigate();
  const createsItself = useRouterState({ select: ({ location }) => CREATES.test(location.pathname) });
  useShortcuts({
    'Ctrl+K': () => setOpen('commands'),
    '?': () => setOpen('keys'),
    ...(!createsItself && { c: () => void go({ to: '/bookings/new' }) }),
  });
  useEffect(fetchWhenIdle, []);
  useEffect(() => onOpenCommands(() => setOpen('commands')), []);
  useEffect(() => onOpenKeys(() => setOpen('keys')), []);
  if (open === null) return null;
  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {open === 'keys' ? <KeysDialog onClose={close} /> : <Commands onClose={close} />}
    </Suspense>
  );
}

/** Ctrl K is followed by typing at once: the menu is there before, fetched when the browser has nothing to do. */
function fetchWhenIdle(): () => void {
  const timer = setTimeout(() => void loadCommands(), 1500);
  return () => clearTimeout(timer);
}
