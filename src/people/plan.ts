/** Something bought besides a plan, such as LeadBooster. */
export interface AddOn {
  name: string;
  /** Whether it lifts the plan's limit, too. */
  unlimited: boolean;
  on: boolean;
}

/** L8: what a workspace may have. */
export interface Plan {
  name: string;
  /** Active links with general availability for each member; null = as many as they like. */
  generalLinksPerMember: number | null;
  /** False: nobody books by links, unless an add-on brings that. */
  scheduler: boolean;
  addOns: AddOn[];
}

export const UNLIMITED: Plan = {
  name: 'Unlimited',
  generalLinksPerMember: null,
  scheduler: true,
  addOns: [],
};

/** Whether links can be booked at all: by the plan itself, or by an add-on that is on. */
export function hasScheduler({ scheduler, addOns }: Pick<Plan, 'scheduler' | 'addOns'>): boolean {
  return scheduler || addOns.some(({ on }) => on);
}

/** The limit as it is with the add-ons: null = none. */
export function generalLinkLimit({
  generalLinksPerMember,
  addOns,
}: Pick<Plan, 'generalLinksPerMember' | 'addOns'>): number | null {
  return addOns.some(({ on, unlimited }) => on && unlimited) ? null : generalLinksPerMember;
}
