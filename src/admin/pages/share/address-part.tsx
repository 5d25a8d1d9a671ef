import { ExternalLink } from 'lucide-react';
import { LinkButton } from '#ui/link-button.tsx';
import { VisitorPage } from '../links/visitor-page.tsx';
import { CampaignFields } from './campaign-fields.tsx';
import { CopyText } from './copy-text.tsx';
import type { Shared } from './use-shared.ts';
import { WhichAddress } from './which-address.tsx';
import { useShareWords } from './words.ts';

export function AddressPart({ shared }: { shared: Shared }) {
  const t = useShareWords();
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="text-muted">{t('address.what')}</p>
      <WhichAddress shared={shared} />
      <CopyText
        kind="primary"
        label={t('address.label')}
        value={shared.address}
        action={t('address.copy')}
        more={
          <LinkButton icon={ExternalLink} render={<VisitorPage href={shared.address} />}>
            {t('address.open')}
          </LinkButton>
        }
      />
      <CampaignFields shared={shared} />
    </div>
  );
}
