import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { ask, serveForJourney, until, type Served } from './house.test-support.ts';
import { atWork, fits, isForEverybody } from './staff.test-support.ts';
import { settle, type Settled } from './termika.test-support.ts';

let house: Served;
let termika: Settled;

before(async () => {
  house = await serveForJourney();
  termika = await settle(house);
  const { status } = await api('PATCH', `/api/members/${termika.annaId}`, { locale: 'fr' });
  assert.equal(status, 200);
});
after(() => house.close());

const api = (method: string, path: string, body?: unknown) => ask(house, termika.key, method, path, body);

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parties de la fiche' }).getByRole('link', { name });

/** Whoever closes a dialog is brought to what they wrote. */
const hasFocus = (page: Page, text: string) =>
  until(`the focus on ${text}`, () =>
    page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, text),
  );

async function choose(page: Page, field: Locator, typed: string, option: RegExp): Promise<void> {
  await field.fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

async function newProspect(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Prospects' }).first().click();
  await page.getByRole('heading', { name: 'Prospects', level: 1 }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Nouveau prospect' });
  const fill = (label: string, text: string) => dialog.getByRole('textbox', { name: label }).fill(text);
  const fillProposed = (label: string, text: string) => dialog.getByLabel(label, { exact: true }).fill(text);
  await fill('Nom', 'Boulangerie Garonne');
  await fillProposed('Groupe de clients', 'Artisans, Sud-Ouest');
  await fillProposed('Effectif', '51–200');
  await fill('CA annuel', '3 400 000');
  await fill('Part de marché', '4,5');
  await fillProposed('Segment', 'Artisans boulangers');
  await fillProposed('Secteur', 'Agroalimentaire');
  await fillProposed('Région', 'Occitanie');
  await fillProposed('Notre société', 'Termika France SAS');
  await fillProposed('Site web', 'garonne.example');
  await fillProposed('Téléphone', '+33 5 61 55 01 20');
  await fillProposed('Fax', '+33 5 61 55 01 21');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { name: 'Boulangerie Garonne', level: 1 }).waitFor();
}

/** Everything that was said on the first tab. */
async function isKept(): Promise<void> {
  const { body } = await api('GET', '/api/companies?q=garonne');
  const [company] = body.items as Record<string, unknown>[];
  const kept = { ...company };
  for (const made of ['id', 'version', 'createdAt', 'activeAt', 'custom']) delete kept[made];
  assert.deepEqual(kept, {
    name: 'Boulangerie Garonne',
    stage: 'prospect',
    ownerId: termika.annaId,
    customerGroup: 'Artisans, Sud-Ouest',
    employees: '51–200',
    annualRevenue: { amount: 340_000_000, currency: 'EUR' },
    marketShare: 4.5,
    marketSegment: 'Artisans boulangers',
    industry: 'Agroalimentaire',
    territory: 'Occitanie',
    legalEntity: 'Termika France SAS',
    website: 'https://garonne.example',
    phone: '+33 5 61 55 01 20',
    fax: '+33 5 61 55 01 21',
  });
}

async function newAddress(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une adresse' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvelle adresse' });
  await dialog.getByLabel('Intitulé').fill('Siège');
  await dialog.getByLabel('Adresse, ligne 1').fill('18 quai de Tounis');
  await dialog.getByLabel('Code postal').fill('31000');
  await dialog.getByLabel('Ville').fill('Toulouse');
  await choose(page, dialog.getByRole('combobox', { name: 'Pays' }), 'France', /^France/);
  await dialog.getByRole('checkbox', { name: 'Adresse préférée' }).click();
  await dialog.getByRole('button', { name: 'Enregistrer l’adresse' }).click();
  await page.getByText('31000 Toulouse').waitFor();
  await hasFocus(page, 'Siège');
}

/** The form knows the company; afterwards who was added stands in the tab, with the focus. */
async function newPerson(page: Page, kind: 'contact' | 'piste', name: string): Promise<void> {
  await page.getByRole('button', { name: `Ajouter ${kind === 'contact' ? 'un' : 'une'} ${kind}` }).click();
  const dialog = page.getByRole('dialog', { name: /^(Nouveau contact|Nouvelle piste)$/ });
  await hasCompany(dialog);
  await dialog.getByRole('textbox', { name: 'Nom' }).fill(name);
  await dialog.getByLabel('E-mail').fill(`${name.split(' ')[1]!.toLowerCase()}@garonne.example`);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('table').getByRole('link', { name }).waitFor();
  await hasFocus(page, name);
}

const hasCompany = (dialog: Locator) =>
  until('the company filled in', async () => {
    const company = dialog.getByRole('combobox', { name: 'Société' });
    return (await company.inputValue()) === 'Boulangerie Garonne';
  });

async function newDeal(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Ajouter une opportunité' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvelle opportunité' });
  await hasCompany(dialog);
  await dialog.getByLabel('Titre').fill(title);
  await dialog.getByLabel('Montant').fill('48 600');
  await dialog.getByRole('button', { name: 'Ajouter l’opportunité' }).click();
  await page.getByRole('heading', { name: 'Boulangerie Garonne', level: 1 }).waitFor();
  await page.getByRole('link', { name: title }).waitFor();
}

async function newTaskAndEvent(page: Page): Promise<void> {
  const task = page.getByRole('form', { name: 'Nouvelle tâche' });
  await task.getByLabel('Tâche').fill('Envoyer l’offre');
  await task.getByRole('button', { name: 'Ajouter la tâche' }).click();
  await page.getByRole('checkbox', { name: /Envoyer l’offre/ }).waitFor();
  await page.getByRole('button', { name: 'Ajouter un événement' }).click();
  const event = page.getByRole('form', { name: 'Ajouter un événement' });
  await event.getByLabel('Titre').fill('Visite du fournil');
  await event.getByRole('button', { name: 'Ajouter l’événement' }).click();
  await page.getByRole('button', { name: /Visite du fournil/ }).waitFor();
}

/** It goes out to the contact, and the list says how it fares. */
async function newEmail(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Écrire un e-mail' }).click();
  const letter = page.getByRole('region', { name: 'Écrire un e-mail' });
  await letter.getByText('Hélène Castaing').first().waitFor();
  await letter.getByLabel('Objet').fill('Notre offre pour Blagnac');
  await letter.getByRole('textbox', { name: 'Texte' }).click();
  await page.keyboard.type('Bonjour, voici notre offre.');
  await letter.getByRole('button', { name: 'Envoyer', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Notre offre pour Blagnac' });
  await row.getByText(/en route|envoyé|échec/).waitFor();
}

async function newNote(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Note' }).click();
  await page.keyboard.type('Le fournil a 2 × 63 A.');
  await page.getByRole('button', { name: 'Ajouter la note' }).click();
  await page.getByRole('listitem').getByText('Le fournil a 2 × 63 A.').waitFor();
}

/** From its tab to its page, where it is won. */
async function winDeal(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByRole('combobox', { name: 'Étape' }).click();
  await page.getByRole('option', { name: 'Gagnée' }).click();
  await until('a deal that is won', async () => {
    const { body } = await api('GET', `/api/deals?q=${encodeURIComponent(title)}`);
    const [deal] = body.items as { stage: string; closedAt: string | null }[];
    return deal!.stage === 'won' && deal!.closedAt;
  });
  await page.getByRole('link', { name: 'Boulangerie Garonne' }).click();
  await page.getByRole('heading', { name: 'Boulangerie Garonne', level: 1 }).waitFor();
}

test('P1–P8: from nothing to a won deal, chapter by chapter, in French', async () => {
  const { page, complaints, elsewhere } = await atWork(house, '/admin');
  await newProspect(page);
  await isKept();
  await tab(page, 'Adresses et contacts').click();
  await newAddress(page);
  await newPerson(page, 'contact', 'Hélène Castaing');
  await isForEverybody(page);
  await tab(page, 'Pistes').click();
  await newPerson(page, 'piste', 'Yanis Ferhat');
  await tab(page, 'Opportunités').click();
  await newDeal(page, 'Deux fours à sole');
  await isForEverybody(page);
  await tab(page, 'Activités').click();
  await newTaskAndEvent(page);
  await newEmail(page);
  await isForEverybody(page);
  await tab(page, 'Notes').click();
  await newNote(page);
  await tab(page, 'Opportunités').click();
  await winDeal(page, 'Deux fours à sole');
  await tab(page, 'Aperçu').click();
  const history = page.getByRole('list', { name: 'Historique' });
  for (const told of ['a ajouté l’adresse', 'a ajouté la tâche', 'a planifié l’événement', 'Gagnée']) {
    await history.getByText(told).first().waitFor();
  }
  for (const who of ['Hélène Castaing', 'Yanis Ferhat', 'Deux fours à sole']) {
    await history.getByRole('link', { name: who }).first().waitFor();
  }
  await history.getByText('Notre offre pour Blagnac').waitFor();
  await history.getByText('Le fournil a 2 × 63 A.').waitFor();
  await isForEverybody(page);
  assert.deepEqual([complaints, elsewhere], [[], []]);
});

test('P1: a name that is there is said while typing, and the one that has it can be opened', async () => {
  await api('POST', '/api/companies', { name: 'Fournil du Port' });
  const { page } = await atWork(house, '/admin/companies');
  await page.getByRole('heading', { name: 'Prospects', level: 1 }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Nouveau prospect' });
  await dialog.getByRole('textbox', { name: 'Nom' }).fill('fournil DU port');
  await dialog.getByRole('link', { name: 'Fournil du Port' }).waitFor();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByRole('link', { name: 'Ouvrir Fournil du Port' }).click();
  await page.getByRole('heading', { name: 'Fournil du Port', level: 1 }).waitFor();
});

test('P1, P8: a field is changed where it stands, and its history says from what to what', async () => {
  const { body } = await api('POST', '/api/companies', { name: 'Pains d’Oc', employees: '11–50' });
  const { page } = await atWork(house, `/admin/companies/${body.id as string}`);
  await page.getByRole('button', { name: /Effectif/ }).click();
  await page.getByRole('combobox', { name: 'Effectif' }).fill('51–200');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Historique' }).getByText('11–50').waitFor();
  await page.getByRole('button', { name: /CA annuel/ }).click();
  await page.getByRole('textbox', { name: 'CA annuel' }).fill('12k');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /CA annuel.*12/ }).waitFor();
  const kept = async () => (await api('GET', `/api/companies/${body.id as string}`)).body;
  await until('a revenue', async () => (await kept()).annualRevenue);
  const { employees, annualRevenue } = await kept();
  assert.deepEqual([employees, annualRevenue], ['51–200', { amount: 1_200_000, currency: 'EUR' }]);
});

test('the page of a company fits a phone and asks for no more than it shows', async () => {
  const { body } = await api('POST', '/api/companies', { name: `Pain ${'très '.repeat(30)}long` });
  const id = body.id as string;
  await api('POST', `/api/companies/${id}/addresses`, { city: 'Pau', line1: 'x'.repeat(190) });
  const { page } = await atWork(house, '/admin/companies', { width: 360 });
  await page.getByRole('heading', { name: 'Prospects', level: 1 }).waitFor();
  await fits(page);
  for (const search of [
    '',
    '?tab=details',
    '?tab=addresses',
    '?tab=leads',
    '?tab=activities',
    '?tab=notes',
  ]) {
    await page.goto(`${house.url}/admin/companies/${id}${search}`);
    await page.getByRole('navigation', { name: 'Parties de la fiche' }).waitFor();
    await fits(page);
  }
  await isForEverybody(page);
});
