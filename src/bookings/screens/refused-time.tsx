import { TriangleAlert } from 'lucide-react';
import { Note } from '#ui/note.tsx';
import { useBookingTimes } from './booking-times.ts';
import { alternativesOf, gonePast, isOutsideHours, useRefusal } from './refusal-words.ts';
import { TimeButton } from './time-button.tsx';
import { useBookingWords } from './words.ts';

/** Why the server refused a time, and the nearest free ones if it gave any: instants, chosen by a press. */
export function RefusedTime({ error, onChoose }: { error: unknown; onChoose: (start: string) => void }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const refusal = useRefusal();
  const near = alternativesOf(error);
  const isOutside = isOutsideHours(error);
  return (
    <Note alert tone={isOutside ? 'wait' : 'danger'} icon={TriangleAlert}>
      {isOutside ? t(gonePast(error)) : refusal(error)}
      {near.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2 text-ink">
          {near.map((start) => (
            <TimeButton
              key={start}
              words={times.stamp(start)}
              chosen={false}
              onChoose={() => onChoose(start)}
            />
          ))}
        </div>
      )}
    </Note>
  );
}
