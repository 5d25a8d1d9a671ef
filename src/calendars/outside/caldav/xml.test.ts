import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMultistatus } from './multistatus.ts';
import { readXml } from './xml.ts';

const inside = '<response><href>/a</href><status>HTTP/1.1 200 OK</status></response>';
const multistatus = `<multistatus xmlns="DAV:">${inside}</multistatus>`;

test('ABUSE 31: a DOCTYPE is refused, however harmless it looks', () => {
  assert.equal(readMultistatus(multistatus).responses.length, 1);
  for (const doctype of ['<!DOCTYPE multistatus>', '<!DOCTYPE m [<!ENTITY a "b">]>'])
    assert.throws(() => readXml(doctype + multistatus), { code: 'no-calendar' });
  assert.throws(() => readXml(multistatus.replace('/a<', '&a;<')), { code: 'server' });
});

test('ABUSE 31: what is broken off, too deep or too much is a problem, not a shorter answer', () => {
  for (const end of [0, 1, 14, 40])
    assert.throws(() => readXml(multistatus.slice(0, -1 - end)), { code: 'server' });
  assert.throws(() => readXml('<a>'.repeat(100)), { code: 'too-large' });
  assert.throws(() => readXml(`<a>${'<b/>'.repeat(500_001)}</a>`), { code: 'too-large' });
  for (const empty of ['', '  ', 'BEGIN:VCALENDAR'])
    assert.throws(() => readXml(empty), { code: 'no-calendar' });
});

test('a name is its namespace, not its prefix; texts are whole', () => {
  const root = readXml('<q:a xmlns:q="DAV:" xmlns="urn:x"><b c="1">1 &amp; <![CDATA[<2>]]></b></q:a>');
  assert.equal(root.name, '{DAV:}a');
  const [b] = root.children;
  assert.deepEqual([b?.name, b?.text, b?.attributes.get('c')], ['{urn:x}b', '1 & <2>', '1']);
});

test('a property that was refused is none, and an error of the whole counts for each of its places', () => {
  const [one] = readMultistatus(
    '<multistatus xmlns="DAV:"><response><href>/a</href><propstat><prop><getetag/></prop><status>HTTP/1.1 403 Forbidden</status></propstat></response></multistatus>',
  ).responses;
  assert.deepEqual([one?.props.size, one?.status], [0, null]);
  const { responses } = readMultistatus(
    multistatus.replace('<status', '<href>/b</href><status').replace('200', '404'),
  );
  assert.deepEqual(
    responses.map(({ href, status }) => [href, status]),
    [
      ['/a', 404],
      ['/b', 404],
    ],
  );
});
