/** Lists that records choose from; each is rows of its workspace, or what Rondo comes with. */
export const PICKLISTS = [
  'customerGroup',
  'industry',
  'marketSegment',
  'territory',
  'source',
  'leadStatus',
  'dealStage',
] as const;
export type PicklistName = (typeof PICKLISTS)[number];

/** Records must hold one of these; the other lists only propose words. */
export const STRICT_LISTS = ['leadStatus', 'dealStage'] as const satisfies PicklistName[];
export type StrictList = (typeof STRICT_LISTS)[number];

export type Outcome = 'won' | 'lost';

export interface Choice {
  /** What a record holds; it stays when the label changes. */
  key: string;
  label: string;
  /** The label is Rondo's own: the app says it in its reader's language. */
  builtIn: boolean;
  /** Per cent; deal stages only. */
  probability: number | null;
  /** What a deal at this stage has come to; null while it is open. */
  outcome: Outcome | null;
}

/** What a visitor's lead begins with: it can be renamed, not taken away. */
export const FIRST_LEAD_STATUS = 'new';

/** What a conversion makes of a lead: it is nobody's to choose, and no list has it. */
export const CONVERTED = 'converted';

const status = (key: string, label: string): Choice => ({
  key,
  label,
  builtIn: true,
  probability: null,
  outcome: null,
});

const stage = (key: string, label: string, probability: number, outcome: Outcome | null = null): Choice => ({
  ...status(key, label),
  probability,
  outcome,
});

const OWN: Partial<Record<PicklistName, readonly Choice[]>> = {
  leadStatus: [
    status(FIRST_LEAD_STATUS, 'New'),
    status('contacted', 'Contacted'),
    status('qualified', 'Qualified'),
    status('lost', 'Lost'),
  ],
  dealStage: [
    stage('new', 'New', 10),
    stage('qualified', 'Qualified', 25),
    stage('proposal', 'Proposal', 50),
    stage('negotiation', 'Negotiation', 75),
    stage('won', 'Won', 100, 'won'),
    stage('lost', 'Lost', 0, 'lost'),
  ],
};

/** What a list holds while nobody has written another. */
export function rondosOwn(list: PicklistName): readonly Choice[] {
  return OWN[list] ?? [];
}
