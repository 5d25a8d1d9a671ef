import { getRouteApi } from '@tanstack/react-router';
import { EmailComposer } from '#emails/screens/email-composer.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { useMailWords } from './words.ts';

const here = getRouteApi('/mail');

interface NewMessageProps {
  onClose: () => void;
  /** It has the room of the list as well. */
  wide: boolean;
  onWide: (wide: boolean) => void;
}

/** Writes to anybody, beside the list; what is typed stays when it is closed. Sent, it stands among one's own. */
export function NewMessage({ onClose, wide, onWide }: NewMessageProps) {
  const t = useMailWords();
  const go = here.useNavigate();
  return (
    <SidePanel
      label={t('new')}
      onClose={onClose}
      head={<h2 className="font-semibold">{t('new')}</h2>}
      className={wide ? 'tablet:w-full tablet:border-s-0' : 'tablet:w-152'}
    >
      <PanelSection>
        <EmailComposer
          path="/api"
          record={null}
          people={[]}
          focused
          onWide={onWide}
          onSent={() => void go({ search: { view: 'written' } })}
        />
      </PanelSection>
    </SidePanel>
  );
}
