import { Dialog } from '#ui/dialog.tsx';
import { useAdminWords } from './words.ts';

export function CommandSearch({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  return <Dialog open onClose={onClose} title={t('shell.search')} />;
}
