import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { useDates } from '#ui/dates.tsx';
import { Note } from '#ui/note.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/badge.tsx';
import { RenewCodes, SwitchOff } from './security-proof.tsx';
import { twoFactorQuery, type TwoFactorView } from './security-queries.ts';
import { SwitchOn } from './security-switch-on.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePeopleWords } from './words.ts';

type Act = 'on' | 'off' | 'renew';

/** Off: why it is worth it, and one button. On: since when, what is left, and the ways to change it. */
export function TwoFactorSection() {
  const t = usePeopleWords();
  const { data, isError, refetch, isFetching } = useQuery(twoFactorQuery);
  const [act, setAct] = useState<Act | null>(null);
  const queries = useQueryClient();
  const close = () => {
    setAct(null);
    void queries.invalidateQueries({ queryKey: ['security'] });
  };
  const section = useKeptFocus(data?.enabled);
  return (
    <section ref={section} tabIndex={-1} aria-label={t('security.twoFactor.title')}>
      <SectionHead
        title={t('security.twoFactor.title')}
        aside={data && <StateOrSwitch state={data} onSwitchOn={() => setAct('on')} />}
      />
      {data && <About state={data} onAct={setAct} />}
      {!data && !isError && <Skeleton rows={2} row="text" />}
      {!data && isError && (
        <Problem
          title={t('security.twoFactor.failed')}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      )}
      {act === 'on' && <SwitchOn onClose={close} />}
      {act === 'off' && <SwitchOff onClose={close} />}
      {act === 'renew' && <RenewCodes onClose={close} />}
    </section>
  );
}

function StateOrSwitch({ state, onSwitchOn }: { state: TwoFactorView; onSwitchOn: () => void }) {
  const t = usePeopleWords();
  if (state.enabled) return <Tag tone="accent">{t('security.twoFactor.isOn')}</Tag>;
  return (
    <Button kind="primary" onClick={onSwitchOn}>
      {t('security.twoFactor.switchOn')}
    </Button>
  );
}

const FEW = 3;

function About({ state, onAct }: { state: TwoFactorView; onAct: (act: Act) => void }) {
  const t = usePeopleWords();
  const dates = useDates();
  if (!state.enabledAt) return <p className="text-muted">{t('security.twoFactor.off')}</p>;
  const left = t('security.twoFactor.left', { count: state.recoveryCodesLeft });
  return (
    <div className="grid gap-3">
      <p className="text-muted">
        {t('security.twoFactor.on', { day: dates.longDay(dates.dateOf(state.enabledAt)) })}
      </p>
      {state.recoveryCodesLeft < FEW ? (
        <Note tone="wait" icon={ShieldCheck} title={left}>
          {t('security.twoFactor.few')}
        </Note>
      ) : (
        <p>{left}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onAct('renew')}>{t('security.twoFactor.renew')}</Button>
        <Button onClick={() => onAct('off')}>{t('security.twoFactor.switchOff')}</Button>
      </div>
    </div>
  );
}
