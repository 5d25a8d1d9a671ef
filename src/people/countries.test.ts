import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countriesIn } from './countries.ts';
import { country } from './workspace-fields.ts';

for (const language of ['en', 'fr', 'pl']) {
  const countries = countriesIn(language);

  test(`every country is offered once, and each is one the workspace takes (${language})`, () => {
    assert.ok(countries.length > 240, String(countries.length));
    assert.equal(new Set(countries.map(({ label }) => label)).size, countries.length);
    for (const { value } of countries) assert.equal(country.safeParse(value).success, true, value);
  });
}

test('countries are named and ordered in the language', () => {
  const named = (language: string) => countriesIn(language).find(({ value }) => value === 'DE')?.label;
  assert.deepEqual(['en', 'fr', 'pl'].map(named), ['Germany', 'Allemagne', 'Niemcy']);
  assert.equal(countriesIn('pl')[0]?.label, 'Afganistan');
});
