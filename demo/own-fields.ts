/** Fields that Termika gave its records, and what they say of each by its name. */
const FLOUR = ['Wheat', 'Rye', 'Spelt'];
const POWER = ['230 V', '400 V', 'Gas'];
const TONGUES = ['English', 'French', 'Italian', 'Polish'];

const choicesOf = (labels: string[]) => labels.map((label) => ({ label }));

export const OWN_FIELDS = [
  { kind: 'company', label: 'Ovens in use', type: 'number' },
  { kind: 'company', label: 'Service contract until', type: 'date' },
  { kind: 'company', label: 'Flour', type: 'choice', choices: choicesOf(FLOUR) },
  { kind: 'contact', label: 'Speaks', type: 'multi-choice', choices: choicesOf(TONGUES) },
  { kind: 'contact', label: 'Seen at the fair', type: 'checkbox' },
  { kind: 'lead', label: 'Ovens in use', type: 'number' },
  { kind: 'lead', label: 'Opening planned', type: 'date' },
  { kind: 'deal', label: 'Power', type: 'choice', choices: choicesOf(POWER) },
  { kind: 'deal', label: 'Drawings', type: 'link' },
  { kind: 'ticket', label: 'Serial number', type: 'text' },
  { kind: 'ticket', label: 'Under warranty', type: 'checkbox' },
] as const;

const VALUES: Record<string, object> = {
  'Girard Pains': { ovensInUse: 14, serviceContractUntil: '2027-06-30', flour: 'wheat' },
  'Piekarnia Zieliński': { ovensInUse: 5, flour: 'rye' },
  'Fournil de Dakar': { ovensInUse: 22, flour: 'wheat' },
  'Crumb & Co': { ovensInUse: 6, serviceContractUntil: '2027-01-31', flour: 'spelt' },
  'Ferri Forni': { ovensInUse: 3 },
  'Chleb i Sól': { ovensInUse: 4, flour: 'rye' },
  'Southern Loaf': { ovensInUse: 11, flour: 'wheat' },
  zofia: { speaks: ['english', 'polish'], seenAtTheFair: true },
  luca: { speaks: ['english', 'italian'] },
  awa: { speaks: ['french'], seenAtTheFair: true },
  aroha: { speaks: ['english'] },
  marek: { speaks: ['polish'], seenAtTheFair: false },
  'Two deck ovens': { power: '400-v', drawings: 'https://drawings.termika.example/zielinski' },
  'Tunnel oven, line 2': { power: 'gas', drawings: 'https://drawings.termika.example/dakar-2' },
  'Pizza oven with hood': { power: '230-v' },
  'Night-shift retrofit': { power: '400-v' },
  'Oven 3 does not hold 230 °C': { serialNumber: 'TK-2210-0387', underWarranty: true },
  'Spare door seal': { serialNumber: 'TK-1907-0112', underWarranty: false },
};

export function ownValues(name: string): object {
  return VALUES[name] ?? {};
}
