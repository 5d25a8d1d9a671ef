import { CAMPAIGN_PARTS } from './campaign.ts';
import type { Shared } from './use-shared.ts';
import { useShareWords } from './words.ts';

/** What was told with the address goes along in every other way too. */
export function Carried({ shared: { campaign } }: { shared: Shared }) {
  const t = useShareWords();
  const parts = CAMPAIGN_PARTS.flatMap((part) => campaign[part]?.trim() || []);
  if (parts.length === 0) return null;
  return (
    <p className="text-12 wrap-anywhere text-faint">{t('campaign.carried', { parts: parts.join(', ') })}</p>
  );
}
