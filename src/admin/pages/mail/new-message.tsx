import { getRouteApi } from '@tanstack/react-router';
import { EmailComposer } from '#emails/screens/email-composer.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { useMailWords } from './words.ts';

const here = getRouteApi('/mail');

/** Writes to anybody, beside the list; what is typed stays when it is closed. Sent, it stands among one's own. */
export function NewMessage({ onClose }: { onClose: () => void }) {
  const t = useMailWords();
  const go = here.useNavigate();
  return (
    <SidePanel
      label={t('new')}
      onClose={onClose}
      head={<h2 className="font-semibold">{t('new')}</h2>}
      className="tablet:w-152"
    >
      <PanelSection>
        <EmailComposer
          path="/api"
          record={null}
          people={[]}
          focused
          onSent={() => void go({ search: { view: 'written' } })}
        />
      </PanelSection>
    </SidePanel>
  );
}
