import { Field } from '#ui/field.tsx';
import { RadioGroup, type RadioItem } from '#ui/radio-group.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import type { WholeBooking } from './booking-queries.ts';
import type { ReassignmentProposal } from './proposal-query.ts';
import { useReasonWords } from './reason-words.ts';
import { RULE, type Reassign } from './use-reassign.ts';
import { useBookingWords } from './words.ts';

interface ChoicesProps {
  booking: WholeBooking;
  reassign: Reassign;
}

/** Whose place, where there are several; then the rule, the others of the link or rotation, and anybody else. */
export function ReassignChoices({ booking, reassign }: ChoicesProps) {
  const t = useBookingWords();
  const { proposal, mayGive } = reassign;
  if (proposal.isPending) return <Skeleton row="text" rows={4} />;
  return (
    <>
      {booking.hosts.length > 1 && <Whom reassign={reassign} />}
      {proposal.isError && <p className="text-muted">{t('reassign.failed')}</p>}
      {mayGive ? <Who booking={booking} reassign={reassign} /> : <Me reassign={reassign} />}
    </>
  );
}

function Whom({ reassign: { proposal, from, setWhom, missing } }: { reassign: Reassign }) {
  const t = useBookingWords();
  const items = (proposal.data?.hosts ?? []).map(({ id, name, why }) => ({
    value: id,
    label: name,
    ...(why && { hint: t(`head.needsHostWhy.${why}`, { name }) }),
  }));
  return (
    <Field label={t('reassign.whom')} error={missing?.whom && t('reassign.whomNeeded')}>
      <RadioGroup items={items} value={from} onChange={setWhom} aria-label={t('reassign.whom')} />
    </Field>
  );
}

function Who({ booking, reassign }: ChoicesProps) {
  const t = useBookingWords();
  const { value, choose, missing, from, proposal } = reassign;
  const items = useItems(proposal.data);
  const isKnown = items.some((item) => item.value === value);
  return (
    <>
      {from !== null && items.length > 0 && (
        <Field label={t('reassign.who')} error={missing?.who && t('reassign.whoNeeded')}>
          <RadioGroup items={items} value={value} onChange={choose} aria-label={t('reassign.who')} />
        </Field>
      )}
      <Field label={t('reassign.somebody')}>
        <MemberPicker value={isKnown ? null : value} onChange={choose} without={booking.hostIds} />
      </Field>
    </>
  );
}

/** Without the right to give it to others, one takes it oneself. */
function Me({ reassign: { value, choose } }: { reassign: Reassign }) {
  const t = useBookingWords();
  const { member } = useMe();
  const items = [{ value: member.id, label: t('reassign.me'), hint: member.name }];
  return <RadioGroup items={items} value={value} onChange={choose} aria-label={t('reassign.who')} />;
}

function useItems(proposal: ReassignmentProposal | undefined): RadioItem<string>[] {
  const t = useBookingWords();
  const reason = useReasonWords();
  const rule = useRuleItem(proposal);
  if (!rule || !proposal) return [];
  const colleagues = proposal.candidates.map(({ memberId, name = '?', reasons }) => ({
    value: memberId,
    label: name,
    hint: hintOf(reasons.map((one) => ({ code: one.code, words: reason(one) }))) || t('why.free'),
    disabled: reasons.some(isFirm),
  }));
  return [rule, ...colleagues];
}

/** What nobody goes over; without it all that a colleague would. */
function hintOf(reasons: readonly { code: string; words: string }[]): string {
  const firm = reasons.find(isFirm);
  return firm ? firm.words : [...new Set(reasons.map(({ words }) => words))].join(' · ');
}

const isFirm = ({ code }: { code: string }) => !WITH_OPEN_EYES.includes(code);

/** What a colleague may go over; never another meeting, and never somebody who cannot host (E13). */
const WITH_OPEN_EYES = ['outside-hours', 'holiday', 'absence', 'calendar-stale'];

const NO_RULE = ['name-a-host', 'nobody-else', 'outside-hours', 'calendar-stale'] as const;

function useRuleItem(proposal: ReassignmentProposal | undefined): RadioItem<string> | null {
  const t = useBookingWords();
  if (!proposal) return null;
  const { byRule, whyNoRule, candidates } = proposal;
  const label = t('reassign.rule');
  if (!byRule) {
    const known = NO_RULE.find((one) => one === whyNoRule) ?? 'else';
    return { value: RULE, label, hint: t(`reassign.noRule.${known}`), disabled: true };
  }
  const count = candidates.filter(({ free }) => free).length;
  const { sentence } = byRule;
  const hint = sentence === null ? t('reassign.ruleDraws', { count }) : t('reassign.ruleWould', { sentence });
  return { value: RULE, label, hint };
}
