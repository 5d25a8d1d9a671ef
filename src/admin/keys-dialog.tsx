import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useAdminWords } from './words.ts';

const KEYS = [
  ['find', 'Ctrl+K'],
  ['create', 'C'],
  ['schedule', 'S'],
  ['filter', '/'],
  ['move', '↑ ↓'],
  ['open', 'Enter'],
  ['close', 'Esc'],
  ['next', 'J'],
  ['previous', 'K'],
  ['why', 'W'],
  ['undo', 'Ctrl+Z'],
  ['keys', '?'],
] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  return (
    <Dialog open onClose={onClose} title={t('me.keys')} description={t('keys.what')} width="s">
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2">
        {KEYS.map(([name, keys]) => (
          <div key={name} className="contents">
            <dt>{t(`keys.${name}`)}</dt>
            <dd className="text-end">
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
