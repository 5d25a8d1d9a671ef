import { test } from 'node:test';
import assert from 'node:assert/strict';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import pl from './words/pl.json' with { type: 'json' };

for (const [language, words] of Object.entries({ en, fr, pl })) {
  test(`a value that can be edited is read aloud with one colon before it (${language})`, () => {
    assert.match(words.parts.edit, /^[^:]*\{\{name\}\}\s?:$/);
  });
}
