/** The demo's cast, for the pictures of the parts. */
export const PEOPLE = [
  { id: 'anna', name: 'Anna Nowak', email: 'anna@termika.example' },
  { id: 'bo', name: 'Bo Lindqvist', email: 'bo@termika.example' },
  { id: 'chloe', name: 'Chloé Martin', email: 'chloe@termika.example' },
  { id: 'marek', name: 'Marek Zieliński', email: 'marek@termika.example' },
  { id: 'ana', name: 'Ana Duarte', email: 'ana@termika.example' },
  { id: 'piotr', name: 'Piotr Kaczmarek', email: 'piotr@termika.example' },
];

export const VISITORS = [
  'Hélène Castaing',
  'Tomasz Wrona',
  'Karin Holm',
  'Ewa Lis',
  'Piet Maes',
  'Camille Aubert',
  'Sofia Reis',
  'Louis Ferrand',
  'Nathalie Roux',
  'Mads Dahl',
];
