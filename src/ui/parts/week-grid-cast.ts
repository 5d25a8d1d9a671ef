import type { GridPerson, GridSpan, SpanKind } from '../week-grid.tsx';

/** A week of two sellers as the pictures show it: every kind of span, on the first days of December 2026. */
export const SELLERS: GridPerson[] = [
  { id: 'anna', name: 'Anna Nowak', shortName: 'Anna', initials: 'AN', tint: 1 },
  { id: 'ana', name: 'Ana Duarte', shortName: 'Ana D.', initials: 'AD', tint: 5 },
];

export const OTHERS: GridPerson[] = [
  { id: 'chloe', name: 'Chloé Martin', shortName: 'Chloé', initials: 'CM', tint: 3, narrow: true },
  { id: 'bo', name: 'Bo Lindqvist', shortName: 'Bo', initials: 'BL', tint: 4, narrow: true },
];

/** Day of the week, from and to in Warsaw's hours, kind, title, subtitle. */
type Line = [day: number, from: string, to: string, kind: SpanKind, title?: string, subtitle?: string];

const ANNA: Line[] = [
  [0, '08:00', '09:00', 'busy', 'Pipeline review'],
  [0, '09:30', '10:15', 'booked', 'Product demo', 'Piekarnia Wisła'],
  [0, '11:00', '12:00', 'offered', 'Offered', '2 links'],
  [0, '12:30', '13:00', 'busy', 'Lunch'],
  [0, '14:00', '15:00', 'booked', 'Site survey', 'Huta Baltica'],
  [1, '08:30', '09:30', 'busy', '1:1 with Bo'],
  [1, '11:00', '11:45', 'booked', 'Deck ovens', 'B. Garonne'],
  [1, '12:30', '13:00', 'busy', 'Lunch'],
  [1, '12:40', '13:10', 'free', 'Gym, perhaps'],
  [1, '13:30', '14:00', 'booked', 'Intro call', 'Karpacka'],
  [1, '14:30', '16:00', 'offered', 'Offered', 'Intro call'],
  [1, '16:30', '17:00', 'held', 'Held to 10:51'],
  [2, '08:00', '09:30', 'offered', 'Offered', '2 links'],
  [2, '10:00', '10:45', 'booked', 'Product demo', 'Céramique du Forez'],
  [2, '10:30', '11:30', 'busy', 'Call with the bank'],
  [2, '12:30', '13:00', 'busy', 'Lunch'],
  [2, '13:30', '14:45', 'offered', 'Offered', '2 links'],
  [2, '14:00', '14:45', 'picked', '14:00 – 14:45', '45 min with Anna'],
  [2, '15:00', '16:30', 'busy', 'Budget'],
  [3, '08:00', '12:00', 'busy', 'Train to Toruń'],
  [3, '13:00', '14:30', 'booked', 'Site survey', 'Piekarnia Wisła'],
  [3, '15:00', '17:00', 'busy', 'Train back'],
  [4, '08:30', '09:15', 'booked', 'Product demo', 'Huta Baltica'],
  [4, '09:15', '09:25', 'booked', 'Short call', 'Kerlann'],
  [4, '10:00', '12:00', 'offered', 'Offered', '2 links'],
  [4, '12:30', '13:00', 'busy', 'Lunch'],
  [4, '15:00', '17:00', 'closed', 'Override'],
];

const ANA: Line[] = [
  [0, '08:00', '10:00', 'closed'],
  [0, '10:00', '10:45', 'booked', 'Product demo', 'Porto Vidro'],
  [0, '12:00', '13:30', 'busy', 'Workshop'],
  [0, '15:00', '17:00', 'offered', 'Offered', 'Intro call'],
  [1, '08:00', '10:00', 'closed'],
  [1, '10:00', '11:00', 'busy', 'Visa office'],
  [1, '11:30', '13:00', 'offered', 'Offered', 'Intro call'],
  [1, '14:00', '14:45', 'booked', 'Product demo', 'Øresund'],
  [1, '16:00', '17:30', 'busy', 'School'],
  [2, '08:00', '10:00', 'closed'],
  [2, '10:30', '11:00', 'booked', 'Intro call', 'Porto Vidro'],
  [2, '11:30', '13:30', 'offered', 'Offered', 'Intro call'],
  [2, '15:00', '15:30', 'held', 'Held', 'specific times'],
  [3, '08:00', '18:00', 'closed', 'Absent until Mon'],
  [4, '08:00', '18:00', 'closed'],
];

/** The spans of Monday 30 November to Sunday 6 December 2026; nights and the weekend are closed. */
export function weekOfSellers(): GridSpan[] {
  return [
    ...ANNA.map((line, index) => spanOf('anna', line, index)),
    ...ANA.map((line, index) => spanOf('ana', line, index)),
    ...SELLERS.flatMap(({ id }) => nightsOf(id)),
    allDay('anna', 3, 'Toruń', 'busy'),
    allDay('ana', 3, 'Absent', 'closed'),
  ];
}

function spanOf(personId: string, [day, from, to, kind, title, subtitle]: Line, index: number): GridSpan {
  const own = kind === 'busy' || kind === 'booked' || kind === 'free';
  return {
    id: `${personId}-${index}`,
    personId,
    kind,
    title,
    subtitle,
    movable: own,
    resizable: own && kind !== 'booked',
    start: instant(day, from),
    end: instant(day, to),
    label: [title, subtitle, kind].filter(Boolean).join(', '),
  };
}

function nightsOf(personId: string): GridSpan[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
    const evening = personId === 'anna' ? '17:00' : '18:00';
    const parts =
      day > 4
        ? [['00:00', '24:00']]
        : [
            ['00:00', '08:00'],
            [evening, '24:00'],
          ];
    return parts.map(([from = '', to = '']) => ({
      id: `${personId}-closed-${day}-${from}`,
      personId,
      kind: 'closed' as const,
      label: 'Outside hours',
      start: instant(day, from),
      end: instant(day, to),
    }));
  });
}

function allDay(personId: string, day: number, title: string, kind: SpanKind): GridSpan {
  const times = { start: instant(day, '00:00'), end: instant(day, '24:00') };
  return {
    id: `${personId}-day-${day}`,
    personId,
    kind,
    title,
    label: `${title}, all day`,
    allDay: true,
    ...times,
  };
}

/** Warsaw is an hour ahead of UTC in that week. */
function instant(day: number, clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return `${new Date(Date.UTC(2026, 10, 30 + day, hour - 1, minute)).toISOString().slice(0, 16)}:00Z`;
}
