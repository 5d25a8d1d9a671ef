import type { TimesGridProps } from './times-grid.tsx';
import { TimesGrid } from './times-grid.tsx';
import { TimesList } from './times-list.tsx';

/** The week to pick in and below it what was picked: all that a place needs which offers times one by one (L3). */
export function TimesPicker(props: TimesGridProps) {
  const { offering, timeZone, onChange, readOnly } = props;
  const remove = (start: string) =>
    onChange({ times: offering.times.filter((time) => time.start !== start) });
  return (
    <>
      <TimesGrid {...props} />
      <div className="mt-3">
        <TimesList times={offering.times} timeZone={timeZone} {...(!readOnly && { onRemove: remove })} />
      </div>
    </>
  );
}
