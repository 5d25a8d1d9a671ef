/** Who would like an oven: the visitors of the demonstration, each in their own language and zone. */
export interface Baker {
  name: string;
  email: string;
  timeZone: string;
  /** What their browser says they read. */
  language: string;
  phone?: string;
  company?: string;
}

export const bakers: Baker[] = [
  { name: 'Chloé Girard', email: 'chloe@girard-pains.example', timeZone: 'Europe/Paris', language: 'fr-FR' },
  {
    name: 'Marek Zieliński',
    email: 'marek@piekarnia-zielinski.example',
    timeZone: 'Europe/Warsaw',
    language: 'pl-PL',
  },
  { name: 'Awa Diop', email: 'awa@fournil-dakar.example', timeZone: 'Africa/Dakar', language: 'fr-SN' },
  {
    name: 'Hannah Okafor',
    email: 'hannah@crumbandco.example',
    timeZone: 'Europe/London',
    language: 'en-GB',
    phone: '+44 1632 960 118',
  },
  {
    name: 'Luca Ferri',
    email: 'luca@ferri-forni.example',
    timeZone: 'Europe/Rome',
    language: 'it-IT,en;q=0.8',
  },
  { name: 'Zofia Wójcik', email: 'zofia@chleb-i-sol.example', timeZone: 'Europe/Warsaw', language: 'pl-PL' },
  {
    name: 'Émile Tremblay',
    email: 'emile@pains-tremblay.example',
    timeZone: 'America/Montreal',
    language: 'fr-CA',
  },
  {
    name: 'Grace Whitlock',
    email: 'grace@whitlock-pottery.example',
    timeZone: 'America/New_York',
    language: 'en-US',
    company: 'Whitlock Pottery',
  },
  {
    name: 'Ravi Menon',
    email: 'ravi@menon-bakes.example',
    timeZone: 'Asia/Kolkata',
    language: 'en-IN',
    phone: '+91 22 5550 1420',
  },
  {
    name: 'Ingrid Solberg',
    email: 'ingrid@solberg-keramikk.example',
    timeZone: 'Europe/Oslo',
    language: 'nb-NO,en;q=0.7',
  },
  { name: 'Théo Lambert', email: 'theo@lambert-viennois.example', timeZone: 'Europe/Paris', language: 'fr' },
  {
    name: 'Kasia Nowicka',
    email: 'kasia@nowicka-pizza.example',
    timeZone: 'Europe/Warsaw',
    language: 'pl',
    company: 'Nowicka Pizza',
  },
  {
    name: 'Aroha Ngata',
    email: 'aroha@southern-loaf.example',
    timeZone: 'Pacific/Auckland',
    language: 'en-NZ',
  },
  { name: 'Jonas Brandt', email: 'jonas@brandt-backt.example', timeZone: 'Europe/Berlin', language: 'de,en' },
  {
    name: 'Sabine Morel',
    email: 'sabine@morel-emaux.example',
    timeZone: 'Europe/Brussels',
    language: 'fr-BE',
  },
  { name: 'Piotr Wilk', email: 'piotr@wilk-ceramika.example', timeZone: 'Europe/Warsaw', language: 'pl-PL' },
];

/** Known to Termika before they ever booked: these stand in the CRM as contacts. */
export const KNOWN = ['chloe@girard-pains.example', 'hannah@crumbandco.example', 'ravi@menon-bakes.example'];
