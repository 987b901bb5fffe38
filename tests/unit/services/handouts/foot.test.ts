import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HandoutRequestInput } from '../../../../electron/contract/handout-request.ts';
import { drawRequest, footLines } from '../../../support/draw-request.ts';
import { openLibraryIn } from '../../../support/fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-test-'));
const library = openLibraryIn(folder);
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const footsOf = async (request: HandoutRequestInput) => footLines(await drawRequest(library, request));
const visit = { appointment: { date: '2026-12-15' } };
const name = 'Clínica Comunitaria de Salud Familiar de Nuestra Señora de Guadalupe';
const longest = `${name} y San Martín de Porres, consultorio del segundo piso`.slice(0, 120);
const phone = '(555) 010-0199';

describe.each(['en', 'es', 'ar', 'zh-Hans'])('the clinic at the foot in %s', (language) => {
  it.each([
    ['normal', undefined],
    ['normal', phone],
    ['large', undefined],
    ['large', phone],
  ] as const)('is named, however long its name: %s print, phone %s', async (print, number) => {
    const clinic = { name, ...(number ? { phone: number } : {}) };
    for (const lines of await footsOf({ ...visit, clinic, language, print })) {
      const all = lines.join('\n');
      expect(all).toContain(name);
      if (number) expect(all).toContain(number);
      for (const line of lines) expect(line).not.toMatch(/^\s*·|·\s*$/);
    }
  });

  it('is shortened at a word where no line holds it', async () => {
    for (const lines of await footsOf({
      ...visit,
      clinic: { name: longest, phone },
      language,
      print: 'large',
    })) {
      const shown = lines.find((line) => line.includes('…')) ?? '';
      const start = /Clínica[^…]*/.exec(shown)?.[0] ?? '';
      expect(longest.startsWith(`${start} `)).toBe(true);
      expect(start.length).toBeGreaterThan(50);
      expect(lines.join('\n')).toContain(phone);
    }
  });

  it('is shortened between letters where its name is one word', async () => {
    const clinic = { name: 'Gemeinschaftspraxis'.repeat(6) };
    for (const lines of await footsOf({ ...visit, clinic, language, print: 'large' })) {
      expect(lines.filter((line) => line.includes('schafts'))).toHaveLength(1);
      expect(lines.join('\n')).toContain('…');
    }
  });
});

describe('the codes at the foot', () => {
  it.each(['en', 'es'])('stand whole, of as many guides as a sheet has: %s', async (language) => {
    const guides = library
      .cards(language)
      .map(({ id }) => id)
      .slice(0, 12);
    expect(guides).toHaveLength(12);
    const codes = guides
      .map((id) => library.guide(id, language))
      .map((guide) => `${guide.code}-${guide.edition}`);
    for (const print of ['normal', 'large'] as const) {
      const [lines = []] = await footsOf({ guides, depth: 'short', language, print });
      for (const code of codes) expect(lines.filter((line) => line.includes(code))).toHaveLength(1);
      for (const line of lines) expect(line).not.toMatch(/^\s*·|·\s*$/);
    }
  });
});
