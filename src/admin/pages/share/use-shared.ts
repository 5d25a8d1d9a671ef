import { useState } from 'react';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { withCampaign, type Campaign } from './campaign.ts';

/** What the ways to share have in common: which address, and what it carries. */
export function useShared(link: LinkView) {
  const { publicUrl } = useMe();
  const [campaign, setCampaign] = useState<Campaign>({});
  const [isEveryones, setEveryones] = useState(false);
  const page = link.isAppointmentPage && isEveryones ? `${publicUrl}/book_appointment` : link.url;
  return {
    link,
    /** As it is copied, drawn and signed with. */
    address: withCampaign(page, campaign),
    campaign,
    tell: (part: Campaign) => setCampaign((before) => ({ ...before, ...part })),
    /** B8: the address that always leads to the link chosen in the settings. */
    isEveryones,
    setEveryones,
  };
}

export type Shared = ReturnType<typeof useShared>;
