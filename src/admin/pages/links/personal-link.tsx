import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { PersonalLinkDialog } from './personal-link-dialog.tsx';

/** The button that makes a personal address of this link. */
export function PersonalLink({ link }: { link: Pick<LinkView, 'id'> }) {
  const t = useLinkWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={UserRound} onClick={() => setOpen(true)}>
        {t('personal.act')}
      </Button>
      <PersonalLinkDialog link={link} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
