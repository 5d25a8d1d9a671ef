import { ExternalLink, Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { SectionHead } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useSize } from '#ui/use-size.ts';
import { useLinkWords } from '#links/screens/words.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { previewAddress } from './preview-address.ts';
import { PreviewFrames, type Device } from './preview-frames.tsx';
import { VisitorPage } from './visitor-page.tsx';

/** The very page, as it was saved last; what a visitor would do can be tried in it. */
export function VisitorPreview({ link }: { link: WholeLink }) {
  const t = useLinkWords();
  const { phone } = useSize();
  const [device, setDevice] = useState<Device>(phone ? 'phone' : 'desk');
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const again = () => {
    setFailed(false);
    setTries(tries + 1);
  };
  return (
    <div>
      <SectionHead title={t('preview.title')} aside={<Devices device={device} onChange={setDevice} />} />
      {failed ? (
        <Problem title={t('preview.failed')} onRetry={again}>
          {t('preview.failedWhat')}
        </Problem>
      ) : (
        <PreviewFrames
          key={tries}
          address={previewAddress(link, { timeZone: OWN_ZONE })}
          version={link.version}
          device={device}
          title={t('preview.frame', { title: link.title })}
          onFail={() => setFailed(true)}
        />
      )}
      <p className="mt-2 flex flex-wrap items-center gap-2 text-12 text-faint">
        <span className="min-w-0 flex-1">{t('preview.what')}</span>
        <LinkButton icon={ExternalLink} render={<VisitorPage href={previewAddress(link)} />}>
          {t('preview.open')}
        </LinkButton>
      </p>
    </div>
  );
}

/** Said at once, so that the page need not find it out and show its times twice. */
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Devices({ device, onChange }: { device: Device; onChange: (device: Device) => void }) {
  const t = useLinkWords();
  return (
    <Segmented
      label={t('preview.device')}
      items={[
        { value: 'desk', label: t('preview.desk'), icon: Monitor },
        { value: 'phone', label: t('preview.phone'), icon: Smartphone },
      ]}
      value={device}
      onChange={onChange}
    />
  );
}
