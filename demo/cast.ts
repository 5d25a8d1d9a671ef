/**
 * The cast of tests and of the demonstration: Termika builds industrial ovens. Anna and Bo sell them, Ines and
 * Tomasz engineer them, Priya keeps them running and Lucie runs the office; Chloé of Lyon and Marek of Gdańsk
 * would like one.
 */
export const termika = {
  name: 'Termika',
  slug: 'termika',
  timeZone: 'Europe/Paris',
  locale: 'en',
  country: 'FR',
} as const;

export const PASSWORD = 'warm bricks and quiet fans';

export const members = {
  anna: { name: 'Anna Nowak', email: 'anna@termika.example', timeZone: 'Europe/Paris', role: 'owner' },
  bo: { name: 'Bo Lindqvist', email: 'bo@termika.example', timeZone: 'Europe/Stockholm', role: 'member' },
  ines: { name: 'Ines Caron', email: 'ines@termika.example', timeZone: 'Europe/Paris', role: 'member' },
  tomasz: {
    name: 'Tomasz Wrona',
    email: 'tomasz@termika.example',
    timeZone: 'Europe/Warsaw',
    role: 'member',
  },
  priya: { name: 'Priya Nair', email: 'priya@termika.example', timeZone: 'Asia/Kolkata', role: 'member' },
  lucie: { name: 'Lucie Marchand', email: 'lucie@termika.example', timeZone: 'Europe/Paris', role: 'admin' },
} as const;

export type MemberName = keyof typeof members;

export const visitors = {
  chloe: { name: 'Chloé Girard', email: 'chloe@girard-pains.example', timeZone: 'Europe/Paris' },
  marek: { name: 'Marek Zieliński', email: 'marek@piekarnia-zielinski.example', timeZone: 'Europe/Warsaw' },
} as const;

/** Nine to five from Monday to Friday. */
export const officeWeek = [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' }));
