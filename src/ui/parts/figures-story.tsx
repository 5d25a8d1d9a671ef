import { useState } from 'react';
import { FairBars } from '../fair-bars.tsx';
import { HeatStrip, type HeatPlace } from '../heat-strip.tsx';
import { Meter } from '../meter.tsx';
import { PEOPLE } from './cast.ts';
import { Story } from './story.tsx';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17'];
const FREE = [
  '1233012322',
  '1223022210',
  '0123023310',
  '1110001110',
  '2332012000',
  '0000000000',
  '0000000000',
];

export function FiguresStory() {
  const [place, setPlace] = useState<HeatPlace | null>({ row: 'Thursday', column: '12' });
  return (
    <Story id="figures" title="Figures to look at">
      <div className="grid min-w-0 grid-cols-2 gap-8 max-tablet:grid-cols-1">
        <HeatStrip
          label="Free hosts by day and hour"
          rows={DAYS.map((day) => ({ key: day, short: day.slice(0, 3), long: day }))}
          columns={HOURS.map((hour) => ({ key: hour, short: hour, long: `${hour}:00` }))}
          valueAt={({ row, column }) => Number(FREE[DAYS.indexOf(row)]?.[HOURS.indexOf(column)] ?? 0)}
          most={3}
          selected={place}
          onSelect={setPlace}
        />
        <div className="flex min-w-0 flex-col gap-6">
          <FairBars label="Product demo, this week" shares={SHARES} />
          <Meter label="First steps" value={3} max={5} text="3 of 5" />
        </div>
      </div>
    </Story>
  );
}

const SHARES = PEOPLE.slice(0, 4).map((person, index) => ({
  id: person.id,
  name: person.name,
  count: [8, 7, 7, 6][index] ?? 0,
  fair: 7,
  paused: index === 3,
}));
