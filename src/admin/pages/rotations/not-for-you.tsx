import { Link } from '@tanstack/react-router';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';

/** R1: nobody is led here without the right to be; an address that was sent around says why it stays shut. */
export function NotForYou() {
  const t = useRotationWords();
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      <Empty
        title={t('notForYou.title')}
        action={<LinkButton render={<Link to="/" />}>{t('notForYou.home')}</LinkButton>}
      >
        {t('notForYou.what')}
      </Empty>
    </main>
  );
}
