/** Prints what the engine finds around every change of clocks; run under several TZ by any-server.test.ts. */
import { daily, host, link, zone } from './cast.test-support.ts';
import { decide } from './decide.ts';
import { HARD_ZONES } from './random-hours.test-support.ts';
import { groupByDay, slots } from './slots.ts';

for (const name of HARD_ZONES) {
  const here = zone(name);
  const offer = link({ zone: here, hosts: [host({ hours: daily(name, '22:07-04:30 09:00-12:00') })] });
  for (const change of here.at.slice(1, 40)) {
    const always = { ...offer, now: 0, horizon: { from: 0, to: change + 5000 } };
    const starts = slots(always, { from: change - 1440, to: change + 1440 });
    console.log(name, JSON.stringify(groupByDay(starts, zone('Pacific/Auckland'))));
    console.log(JSON.stringify(decide({ start: change, seed: change }, always)));
  }
}
