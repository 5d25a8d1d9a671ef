export const CAMPAIGN_PARTS = ['source', 'medium', 'campaign'] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

/** Where visitors of an address come from, as far as it is told. */
export type Campaign = Partial<Record<CampaignPart, string>>;

/** What the server keeps of each. */
export const MOST_SIGNS = 200;

/** The address with what tells where visitors come from; empty parts are left out. */
export function withCampaign(address: string, campaign: Campaign): string {
  const url = new URL(address);
  for (const part of CAMPAIGN_PARTS) {
    const value = campaign[part]?.trim().slice(0, MOST_SIGNS);
    if (value) url.searchParams.set(`utm_${part}`, value);
  }
  return url.href;
}
