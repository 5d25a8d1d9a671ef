import type { Plan } from '#people/plan.ts';

/** The plans that are offered by name; anything else is a workspace's own. */
export const PRESETS = {
  unlimited: { name: 'Unlimited', generalLinksPerMember: null, scheduler: true },
  professional: { name: 'Professional', generalLinksPerMember: null, scheduler: true },
  advanced: { name: 'Advanced', generalLinksPerMember: 1, scheduler: true },
  essential: { name: 'Essential', generalLinksPerMember: null, scheduler: false },
} as const satisfies Record<string, Omit<Plan, 'addOns'>>;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

/** Which of them a plan is, whatever its add-ons. */
export function presetOf({ name, generalLinksPerMember, scheduler }: Plan): PresetName | 'own' {
  const found = PRESET_NAMES.find((one) => {
    const preset = PRESETS[one];
    return (
      preset.name === name &&
      preset.generalLinksPerMember === generalLinksPerMember &&
      preset.scheduler === scheduler
    );
  });
  return found ?? 'own';
}

/** LeadBooster stands in the list before anybody has bought it. */
export const LEAD_BOOSTER = { name: 'LeadBooster', unlimited: true, on: false };

/** The add-ons to show: those of the plan, LeadBooster first. */
export function addOnsShown({ addOns }: Pick<Plan, 'addOns'>): Plan['addOns'] {
  const isKnown = addOns.some(({ name }) => name === LEAD_BOOSTER.name);
  return isKnown ? addOns : [LEAD_BOOSTER, ...addOns];
}
