import { invalid } from '#platform/refusal.ts';
import { CONVERTED, FIRST_LEAD_STATUS, rondosOwn, type Choice, type PicklistName } from './picklist.ts';
import { choiceKeyOf } from './key-of-label.ts';

/** A choice as somebody writes it. */
export interface GivenChoice {
  key?: string;
  label?: string;
  probability?: number | null;
  outcome?: 'won' | 'lost' | null;
}

/** The list these choices make. Refuses (422) two of one name, and a list of stages that deals could not move through. */
export function picklistFrom(list: PicklistName, given: readonly GivenChoice[]): Choice[] {
  const taken = new Set([CONVERTED, ...given.flatMap(({ key }) => key ?? [])]);
  const choices = given.map((one, at) => choiceFrom(list, one, at, taken));
  refuseTwins(choices);
  if (list === 'dealStage') refuseDeadEnds(choices);
  if (list === 'leadStatus' && !choices.some(({ key }) => key === FIRST_LEAD_STATUS)) {
    throw refused(
      'Whoever books for the first time begins as “new”: rename this status, do not take it away.',
    );
  }
  return choices;
}

function choiceFrom(list: PicklistName, given: GivenChoice, at: number, taken: Set<string>): Choice {
  const own = rondosOwn(list).find(({ key }) => key === given.key);
  const label = given.label ?? own?.label;
  if (label === undefined) throw invalid({ path: `choices.${at}.label`, message: 'Write something here.' });
  const isStage = list === 'dealStage';
  const outcome = (isStage && given.outcome) || null;
  return {
    key: given.key ?? choiceKeyOf(label, taken),
    label,
    builtIn: label === own?.label,
    probability: isStage ? probabilityOf(outcome, given.probability) : null,
    outcome,
  };
}

function probabilityOf(outcome: Choice['outcome'], given: number | null | undefined): number {
  if (outcome === null) return given ?? 0;
  return outcome === 'won' ? 100 : 0;
}

function refuseTwins(choices: readonly Choice[]): void {
  const seen = { key: new Set<string>(), label: new Set<string>() };
  choices.forEach(({ key, label }, at) => {
    const name = label.toLowerCase();
    if (key === CONVERTED || seen.key.has(key) || seen.label.has(name)) {
      throw invalid({ path: `choices.${at}.label`, message: 'There is a choice of this name already.' });
    }
    seen.key.add(key);
    seen.label.add(name);
  });
}

function refuseDeadEnds(stages: readonly Choice[]): void {
  const count = (outcome: Choice['outcome']) => stages.filter((stage) => stage.outcome === outcome).length;
  if (count('won') !== 1 || count('lost') !== 1) {
    throw refused('Keep exactly one stage for deals that are won and one for deals that are lost.');
  }
  if (count(null) === 0) throw refused('Keep at least one stage at which a deal is open.');
}

function refused(message: string) {
  return invalid({ path: 'choices', message });
}
