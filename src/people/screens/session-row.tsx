import { Monitor, Smartphone } from 'lucide-react';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { useEndSession } from './end-session.ts';
import type { SessionView } from './security-queries.ts';
import { usePeopleWords } from './words.ts';

const PHONES = /(iPhone|Android)$/;

/** One browser: what it is, when it was last seen, and a button that signs it out. */
export function SessionRow({ session }: { session: SessionView }) {
  const t = usePeopleWords();
  const dates = useDates();
  const end = useEndSession(session);
  const Icon = PHONES.test(session.device ?? '') ? Smartphone : Monitor;
  const device = useDevice(session.device);
  const seen = dates.when(session.lastSeenAt);
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line py-2">
      <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
          {device}
          {session.current && <Tag tone="accent">{t('security.sessions.here')}</Tag>}
        </p>
        <p className="text-12 text-muted">
          {session.current ? t('security.sessions.now') : t('security.sessions.seen', { when: seen })}
          {' · '}
          {t('security.sessions.since', { when: dates.when(session.createdAt) })}
        </p>
      </div>
      <Button
        busy={end.isPending}
        aria-label={t('security.sessions.endLabel', { device, when: seen })}
        onClick={() => end.mutate()}
      >
        {t('security.sessions.end')}
      </Button>
    </li>
  );
}

/** 'Firefox on Linux' in the reader's words. */
function useDevice(device: string | null): string {
  const t = usePeopleWords();
  if (device === null) return t('security.sessions.unknown');
  const [browser = '', system] = device.split(' on ');
  return system === undefined ? browser : t('security.sessions.device', { browser, system });
}
