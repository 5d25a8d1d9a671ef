import { useLinkWords } from '#links/screens/words.ts';
import { PersonalLinkForm } from '../links/personal-link-dialog.tsx';
import type { Shared } from './use-shared.ts';
import { useShareWords } from './words.ts';

/** C4: an address that knows whom it is sent to. */
export function PersonalPart({ shared: { link } }: { shared: Shared }) {
  const t = useShareWords();
  const words = useLinkWords();
  if (!link.active) return <p className="text-muted">{t('personal.off')}</p>;
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-muted">{words('personal.what')}</p>
      <PersonalLinkForm link={link} />
    </div>
  );
}
