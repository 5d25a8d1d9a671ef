import { ExternalLink, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Note } from '#ui/note.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { Share } from '../share/share.tsx';
import { useShareWords } from '../share/words.ts';
import { CopyAddress } from './copy-address.tsx';
import { FreeDays } from './free-times-days.tsx';
import { PickedTimes } from './free-times-picked.tsx';
import { Hosts } from './link-hosts.tsx';
import { previewAddress } from './preview-address.ts';
import { VisitorPage } from './visitor-page.tsx';

/** A link beside its list: its hosts, its address, and what a visitor could book now, day by day (L2). */
export function FreeTimesPanel({ link, onClose }: { link: ListedLink; onClose: () => void }) {
  const t = useLinkWords();
  return (
    <SidePanel
      label={t('free.title', { title: link.title })}
      onClose={onClose}
      head={
        <h2 dir="auto" title={link.title} className="truncate font-semibold">
          {link.title}
        </h2>
      }
      footer={<WaysOut link={link} />}
    >
      <PanelSection>
        <CopyAddress link={link} />
        <div className="mt-2">
          <Hosts link={link} long />
        </div>
        <WhyNothing link={link} />
      </PanelSection>
      {link.kind === 'specific-times' ? <PickedTimes link={link} /> : <FreeDays link={link} />}
    </SidePanel>
  );
}

function WaysOut({ link }: { link: ListedLink }) {
  const t = useLinkWords();
  const share = useShareWords();
  const [isSharing, setSharing] = useState(false);
  return (
    <>
      <LinkButton icon={ExternalLink} render={<VisitorPage href={previewAddress(link)} />}>
        {t('act.preview')}
      </LinkButton>
      <Button icon={Share2} onClick={() => setSharing(true)}>
        {share('act')}
      </Button>
      <Share link={link} open={isSharing} onClose={() => setSharing(false)} />
    </>
  );
}

/** Why a visitor would get none of what is shown below. */
function WhyNothing({ link: { active, tally } }: { link: ListedLink }) {
  const t = useLinkWords();
  const why = tally?.ended ?? (active ? null : 'off');
  if (!why) return null;
  return (
    <Note className="mt-3" tone="wait">
      {t(`free.${why}`)}
    </Note>
  );
}
