import { Copy } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { NewSecret } from './security-queries.ts';
import { QrCode } from './qr-code.tsx';
import { useCopy } from './use-copy.ts';
import { usePeopleWords } from './words.ts';

/** The key for the app, in groups that can be typed, and as an address that an app on this very device opens. */
export function SecretKey({ secret: { secret, address } }: { secret: NewSecret }) {
  const t = usePeopleWords();
  const copy = useCopy();
  const groups = secret.match(/.{1,4}/g) ?? [];
  return (
    <div className="grid gap-2">
      <QrCode text={address} label={t('security.start.qr')} />
      <p className="font-medium">{t('security.start.key')}</p>
      <div className="flex items-center gap-2 rounded-s border border-line bg-side py-1.5 ps-3 pe-1.5">
        <code className="min-w-0 flex-1 font-mono wrap-anywhere select-all">{groups.join(' ')}</code>
        <IconButton icon={Copy} label={t('security.start.copyKey')} onClick={() => copy(secret)} />
      </div>
      <p>
        <a className={TEXT_LINK} href={address}>
          {t('security.start.open')}
        </a>
      </p>
    </div>
  );
}
