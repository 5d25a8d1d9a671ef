import { CircleCheck, Lock, UserCheck, type LucideIcon } from 'lucide-react';
import { TimesGrid } from '#bookings/screens/times/times-grid.tsx';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { MembersPicker } from '#people/screens/member-picker.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RequestProblem } from '#ui/request.ts';
import { useEmailWords } from '../words.ts';
import { useOffer } from './use-offer.ts';

interface ChooseTimesProps {
  /** The offer that is changed; none for a new one. */
  link?: WholeLink;
  hasRecord: boolean;
  onKept: (link: WholeLink, isNew: boolean) => void;
}

/** Whose times, which ones, and what happens with them. */
export function ChooseTimes({ link, hasRecord, onKept }: ChooseTimesProps) {
  const t = useEmailWords();
  const offer = useOffer(link, onKept);
  const { chosen, change } = offer;
  return (
    <>
      <Who offer={offer} />
      <TimesGrid hostIds={chosen.hostIds} offering={chosen} onChange={change} timeZone={offer.timeZone} />
      <Checkbox checked={chosen.singleUse} onChange={(singleUse) => change({ singleUse })}>
        {t('offer.once')}
      </Checkbox>
      {offer.error && (
        <p role="alert" className="text-danger wrap-anywhere">
          {whyNot(offer.error, t('offer.failed'))}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind="primary"
          size="m"
          busy={offer.isPending}
          disabled={!offer.isReady}
          onClick={() => offer.keep()}
        >
          {t(link ? 'offer.keep' : 'offer.put')}
        </Button>
        <output className="tabular text-12 text-muted">
          {t('offer.chosen', { count: chosen.times.length })}
        </output>
      </div>
      <WhatHappens hasRecord={hasRecord} once={chosen.singleUse} />
    </>
  );
}

function Who({ offer: { chosen, change, title } }: { offer: ReturnType<typeof useOffer> }) {
  const t = useEmailWords();
  return (
    <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field label={t('offer.hosts')} required>
        <MembersPicker value={chosen.hostIds} onChange={(hostIds) => change({ hostIds })} />
      </Field>
      <Field label={t('offer.title')} required>
        <Input value={title} maxLength={200} onChange={(next) => change({ title: next })} />
      </Field>
    </div>
  );
}

function WhatHappens({ hasRecord, once }: { hasRecord: boolean; once: boolean }) {
  const t = useEmailWords();
  return (
    <div className="grid gap-2">
      <h4 className="font-semibold">{t('offer.happens.title')}</h4>
      <ul className="grid gap-2 text-muted">
        <Line icon={UserCheck}>{t(hasRecord ? 'offer.happens.record' : 'offer.happens.person')}</Line>
        <Line icon={Lock}>{t(once ? 'offer.happens.once' : 'offer.happens.each')}</Line>
        <Line icon={CircleCheck}>{t('offer.happens.notHeld')}</Line>
      </ul>
    </div>
  );
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}

/** A plan's limit, and what is wrong with the times, are sentences of the server's. */
function whyNot(error: Error, otherwise: string): string {
  if (!(error instanceof RequestProblem)) return otherwise;
  return error.errors[0]?.message ?? (error.status === 409 ? error.message : otherwise);
}
