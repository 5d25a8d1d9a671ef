import { useState } from 'react';
import { accentTokens } from '#ui/accent.ts';
import { useMe } from '#people/screens/use-me.ts';
import { AllowedWebsites } from './allowed-websites.tsx';
import { CopyText } from './copy-text.tsx';
import { snippet } from './snippet.ts';
import type { Shared } from './use-shared.ts';
import { WebsiteLook, type Look } from './website-look.tsx';
import { WebsitePreview } from './website-preview.tsx';
import { useShareWords } from './words.ts';

const USUAL: Look = { mode: 'inline', theme: 'auto', language: 'auto', text: '' };

/** L5: who may show the link, how it looks there, and the code that does it. */
export function WebsitePart({ shared: { link } }: { shared: Shared }) {
  const t = useShareWords();
  const { workspace } = useMe();
  const [look, setLook] = useState(USUAL);
  const color = accentTokens(workspace.accent).light.accent;
  return (
    <div className="grid grid-cols-1 gap-6">
      <AllowedWebsites link={link} />
      <WebsiteLook look={look} onChange={(change) => setLook((before) => ({ ...before, ...change }))} />
      <CopyText
        kind="primary"
        label={t('website.code')}
        hint={t('website.codeWhat')}
        value={snippet({ ...look, url: link.url, color })}
        action={t('website.copy')}
      />
      <WebsitePreview key={look.mode} link={link} look={look} color={color} />
    </div>
  );
}
