import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { compilePack, ContentProblems } from '../../../../electron/services/packs/compile.ts';
import { factInSentence, factText, inForce } from '../../../../electron/services/packs/facts.ts';
import { openPack } from '../../../../electron/services/packs/open-pack.ts';
import { changedContent, packOf, root, temporaryFolder } from '../../../support/fixtures.ts';

const content = path.join(root, 'content');

describe('a pack', () => {
  it('has the same bytes when it is compiled twice', () => {
    const folder = temporaryFolder();
    compilePack(content, path.join(folder, 'a.pack'));
    compilePack(content, path.join(folder, 'b.pack'));
    expect(readFileSync(path.join(folder, 'a.pack')).equals(readFileSync(path.join(folder, 'b.pack')))).toBe(
      true,
    );
  });

  it('has another edition when a word changes', () => {
    const other = changedContent('guides/help-paying-less/en.md', (text) =>
      text.replace('Compare each time.', 'Compare them.'),
    );
    expect(packOf(other).pack.edition).not.toBe(packOf().pack.edition);
  });

  it('is not made from content with problems, and leaves the old one alone', () => {
    const file = path.join(temporaryFolder(), 'sala.pack');
    compilePack(content, file);
    const before = readFileSync(file);
    const broken = changedContent('groups.yaml', (text) => `${text}- nothing\n`);
    expect(() => compilePack(broken, file)).toThrow(ContentProblems);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused when missing, cut, changed by one byte, or another kind of file, and never changed', () => {
    const { file } = packOf();
    const bytes = readFileSync(file);
    const open = (name: string, data: Buffer | string) => {
      const target = path.join(temporaryFolder(), name);
      writeFileSync(target, data);
      expect(() => openPack(target)).toThrow('pack-corrupt');
      expect(readFileSync(target).equals(Buffer.from(data))).toBe(true);
    };
    expect(() => openPack(path.join(temporaryFolder(), 'none.pack'))).toThrow('pack-missing');
    open('cut', bytes.subarray(0, bytes.length / 2));
    open('empty', '');
    open('text', 'this is no pack');
    const word = bytes.indexOf('Trouble breathing');
    expect(word).toBeGreaterThan(0);
    const changed = Buffer.from(bytes);
    changed.write('Double', word);
    open('changed', changed);
    const other = path.join(temporaryFolder(), 'other.sqlite');
    new Database(other).exec('CREATE TABLE t (x)').close();
    expect(() => openPack(other)).toThrow('pack-corrupt');
  });

  it('cannot be written through', () => {
    const { pack } = packOf();
    expect(() => pack.db.exec('DELETE FROM guides')).toThrow(/readonly/);
    mkdirSync(temporaryFolder(), { recursive: true });
  });
});

describe('figures', () => {
  const fact = { source: 'X', from: '2026-01-01', until: '2026-12-31', confirmed: true } as const;

  it('hold on their first and last day only', () => {
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((one) => inForce(fact, one))).toEqual(
      [false, true, true, false],
    );
    expect(inForce({ from: '2026-01-01', until: null }, '2099-01-01')).toBe(true);
  });

  it('read as each language expects', () => {
    const days = { ...fact, kind: 'duration', value: { from: 9, to: 14 }, unit: 'day' } as const;
    expect(factText(days, 'en-US').replace(/\s/g, ' ')).toMatch(/^9 ?– ?14 days$/);
    expect(factText(days, 'es-US')).toMatch(/días$/);
    expect(factText(days, 'ar-u-nu-latn')).toMatch(/9.*14/);
    expect(factText(days, 'zh-Hans-CN')).toMatch(/天$/);
    const fever = { ...fact, kind: 'temperature', value: { celsius: 38, fahrenheit: 100.4 } } as const;
    expect(factText(fever, 'en-US')).toBe('100.4\u00a0°F (38\u00a0°C)');
    const strengths = { ...fact, kind: 'strength' as const, value: [25, 50], unit: 'mg' };
    expect(factText(strengths, 'es-US')).toBe('25 y 50\u00a0mg');
  });

  it('write dollars in right-to-left languages as US bills do, and keep their order in a sentence', () => {
    const limit = { ...fact, kind: 'money', value: 56279.2, unit: 'usd' } as const;
    expect(factText(limit, 'ar-u-nu-latn')).toBe('$56,279.20');
    expect(factText(limit, 'es-US')).toBe('$56,279.20');
    expect(factInSentence(limit, 'ar-u-nu-latn')).toBe('\u2066$56,279.20\u2069');
    expect(factInSentence(limit, 'en-US')).toBe('$56,279.20');
  });
});
