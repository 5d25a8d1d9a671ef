import type { Decision } from '#engine/decide.ts';
import type { Language } from '#platform/messages/messages.ts';
import { isOwners, ruleSentence } from './sentence-of-rule.ts';
import { wordsOf, type KnownNames, type SentenceWords } from './sentence-words.ts';

/** Who chose by hand, and why. */
export interface ByHandChoice {
  by: string;
  reason: string | null;
}

/** All that one sentence says of a choice of hosts. */
export interface Told {
  decision: Decision;
  byHand: ByHandChoice | null;
  /** R5: who was next in the rotation, when a colleague chose somebody else. */
  skipped?: string | null;
  /** E11: whose meeting it was, when it was given to others, and who gave it. */
  reassigned?: { by: string | null; from: string[]; reason?: string | null } | null;
}

/** D5: why these hosts, as one sentence a colleague reads: "Bo: 1 that day, Ana 2; both free". */
export function assignmentSentence(told: Told, known: KnownNames, language: Language): string {
  const words = wordsOf(known, language);
  if (told.byHand) return because(words, handSentence(words, told, told.byHand), told.byHand.reason);
  const sentence = decidedSentence(words, told.decision);
  return told.reassigned ? handedOnSentence(words, told.reassigned, sentence) : sentence;
}

/** E11: taken from somebody by a colleague, or by nobody in particular, and given on by the rule. */
function handedOnSentence(
  { t, nameOf, listed }: SentenceWords,
  { by, from: ids, reason }: NonNullable<Told['reassigned']>,
  sentence: string,
): string {
  const from = listed(ids);
  if (by === null) return t('assignment.movedOn', { from, sentence });
  const said = { by: nameOf(by), from, sentence };
  return reason
    ? t('assignment.reassignedByRuleBecause', { ...said, reason })
    : t('assignment.reassignedByRule', said);
}

/** Somebody who chose nobody but themselves took it. */
function handSentence(words: SentenceWords, { decision, skipped, reassigned }: Told, { by }: ByHandChoice) {
  const { t, nameOf, listed } = words;
  const { chosen } = decision;
  const said = { by: nameOf(by), chosen: listed(chosen) };
  const tookIt = chosen.length === 1 && chosen[0] === by;
  if (reassigned) {
    const from = listed(reassigned.from);
    if (reassigned.from.join() === by) return t('assignment.passedOn', said);
    return t(tookIt ? 'assignment.takenOver' : 'assignment.reassigned', { ...said, from });
  }
  if (skipped && !chosen.includes(skipped)) {
    const instead = nameOf(skipped);
    return t(tookIt ? 'assignment.tookInstead' : 'assignment.choseInstead', { ...said, skipped: instead });
  }
  return t(tookIt ? 'assignment.byHandSelf' : 'assignment.byHand', said);
}

function because({ t }: SentenceWords, sentence: string, reason: string | null): string {
  return reason ? t('assignment.because', { sentence, reason }) : sentence;
}

function decidedSentence(words: SentenceWords, decision: Decision): string {
  const { t, listed } = words;
  const { preferred = [], ownerBranch } = decision;
  // Who is preferred by the owner rule keeps nothing: they are the owner.
  if (preferred.length === 0 || ownerBranch) return ownerSentence(words, decision);
  if (decision.rules.length > 1) return ruleSentence(words, decision);
  if (preferred.some((id) => decision.chosen.includes(id)))
    return t('assignment.kept', { chosen: listed(decision.chosen) });
  return t('assignment.notKept', { from: listed(preferred), sentence: ruleSentence(words, decision) });
}

/** Which way the owner rule went (C2, C3, C5); without an owner the rule says it all (C2.4). */
function ownerSentence(words: SentenceWords, decision: Decision): string {
  const { t, visitor, listed } = words;
  const { rules, chosen, ownerBranch = '' } = decision;
  const sentence = ruleSentence(words, decision);
  if (visitor === null) return sentence;
  if (isOwners(ownerBranch))
    return rules.length > 1 ? sentence : t('assignment.owner', { chosen: listed(chosen), visitor });
  const passedOver = PASSED_OVER[ownerBranch];
  return passedOver ? t(passedOver, { owner: ownerOf(words, decision, visitor), sentence }) : sentence;
}

function ownerOf({ t, nameOf }: SentenceWords, { ownerId }: Decision, visitor: string): string {
  if (ownerId === undefined) return t('assignment.visitorsOwner', { visitor });
  return t('assignment.visitorsOwnerNamed', { visitor, owner: nameOf(ownerId) });
}

const PASSED_OVER: Record<string, Parameters<SentenceWords['t']>[0]> = {
  'owner-full': 'assignment.ownerFull',
  'owner-cannot': 'assignment.ownerCannot',
  'ladder-team': 'assignment.ladderTeam',
  'ladder-everyone': 'assignment.ladderEveryone',
};
