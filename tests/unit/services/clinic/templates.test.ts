import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import {
  handoutTemplateSchema,
  shippedNames,
  templateName,
  type HandoutTemplate,
} from '../../../../electron/contract/handout-template.ts';
import { openDatabase } from '../../../../electron/db/open.ts';
import { shippedTemplates } from '../../../../electron/services/clinic/shipped-templates.ts';
import { createTemplates } from '../../../../electron/services/clinic/templates.ts';
import { temporaryFolder } from '../../../support/fixtures.ts';

const root = path.join(import.meta.dirname, '../../../..');

function open(file = path.join(temporaryFolder(), 'kiosk.sqlite')) {
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  return { db, file, templates: createTemplates({ db }) };
}

const template: HandoutTemplate = {
  guides: ['azathioprine-taking', 'help-paying-less'],
  depth: 'short',
  sections: { 'azathioprine-taking': ['missed'] },
  parts: ['questions', 'walletCard'],
  languages: { first: 'es', second: 'en', carer: { language: 'ar', print: 'large' } },
  paper: 'a4',
  print: 'large',
};
const ownNames = (templates: ReturnType<typeof createTemplates>) =>
  templates.list('es').flatMap((one) => (one.from === 'own' ? [one.name] : []));

describe('the templates of a clinic', () => {
  it('come after the shipped ones, by name, whole, through a restart', () => {
    const { db, file, templates } = open();
    templates.save({ name: 'Zeta', template }, false);
    templates.save(
      { name: 'álbum', template: { guides: [], depth: 'none', parts: ['languageHelp'] } },
      false,
    );
    db.close();
    const again = open(file).templates;
    expect(again.list('es').map(({ name }) => name)).toEqual([...shippedNames, 'álbum', 'Zeta']);
    expect(again.list('es').at(-1)).toEqual({ from: 'own', name: 'Zeta', template });
  });

  it('have each name once, and one is replaced only when that is asked for', () => {
    const { templates } = open();
    templates.save({ name: 'Lupus visit', template }, false);
    const other = { ...template, guides: ['condition-lupus'], sections: undefined };
    expect(() => templates.save({ name: 'LUPUS visit', template: other }, false)).toThrow('template-exists');
    expect(templates.list('en').at(-1)).toMatchObject({ name: 'Lupus visit', template });
    templates.save({ name: 'LUPUS visit', template: other }, true);
    expect(ownNames(templates)).toEqual(['LUPUS visit']);
    expect(templates.list('en').at(-1)).toMatchObject({ template: { guides: ['condition-lupus'] } });
  });

  it('are at most forty', () => {
    const { templates } = open();
    for (let number = 1; number <= 40; number += 1)
      templates.save({ name: `Number ${number}`, template }, false);
    expect(() => templates.save({ name: 'One more', template }, false)).toThrow('templates-full');
    templates.save({ name: 'Number 7', template }, true);
    expect(ownNames(templates).slice(0, 3)).toEqual(['Number 1', 'Number 2', 'Number 3']);
    expect(ownNames(templates)).toHaveLength(40);
  });

  it('come back when their deletion is undone', () => {
    const { templates } = open();
    templates.save({ name: 'Visit', template }, false);
    const removed = templates.remove('visit');
    expect(removed).toEqual({ name: 'Visit', template });
    expect(ownNames(templates)).toEqual([]);
    expect(() => templates.remove('Visit')).toThrow('not-found');
    templates.save(removed, false);
    expect(ownNames(templates)).toEqual(['Visit']);
  });
});

describe('a template', () => {
  /** Every field of a request that is about one patient or one visit, filled as a request would be. */
  const ofPatient = {
    patient: { name: 'Ana' },
    medicines: [{ name: 'azathioprine' }],
    bloodTests: { start: '2026-12-01' },
    appointment: { date: '2026-12-01' },
    clinic: { name: 'Clínica Uno' },
    note: 'Bring your list.',
    questions: ['Is it my liver?'],
    walletCard: { name: 'Ana' },
    assistance: [{ texts: { en: { title: 'A program' } } }],
    assistanceNote: { en: 'For two people' },
    places: [{ kind: 'food', name: 'Pantry', lastChecked: '2026-11-24' }],
  };

  it.each(Object.entries(ofPatient))('cannot hold the %s of a request', (field, value) => {
    const request = { guides: ['a'], language: 'en', assistance: ofPatient.assistance, [field]: value };
    expect(handoutRequestSchema.safeParse(request).error).toBeUndefined();
    expect(handoutTemplateSchema.safeParse({ ...template, [field]: value }).success).toBe(false);
  });

  it('has nothing of its own but what it is made of', () => {
    const known = ['guides', 'depth', 'sections', 'parts', 'languages', 'paper', 'print'];
    expect(Object.keys(handoutTemplateSchema.shape)).toEqual(known);
    for (const [field, value] of [
      ['parts', ['Ana']],
      ['guides', ['Ana María']],
      ['sections', { 'azathioprine-taking': ['Ana María'] }],
      ['languages', { first: 'es', patient: 'Ana' }],
      ['languages', { first: 'es', carer: { language: 'es', name: 'Ana' } }],
    ] as const)
      expect(handoutTemplateSchema.safeParse({ ...template, [field]: value }).success).toBe(false);
  });

  it('has a name of one line and at most 60 characters', () => {
    expect(templateName.parse('  New\n patient ')).toBe('New patient');
    expect(templateName.safeParse('x'.repeat(61)).success).toBe(false);
    expect(templateName.safeParse(' ').success).toBe(false);
  });

  it.each(shippedNames)('that is shipped as %s has guides of the content, each with its parts', (name) => {
    const shipped = handoutTemplateSchema.parse(shippedTemplates[name]);
    expect(shipped.guides.length).toBeGreaterThan(0);
    for (const guide of shipped.guides) {
      const folder = path.join(root, 'content/guides', guide);
      expect(existsSync(folder), guide).toBe(true);
      for (const file of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
        const text = readFileSync(path.join(folder, file), 'utf8');
        if (shipped.parts.includes('questions')) expect(text).toContain('{#ask}');
        if (shipped.parts.includes('teachBack')) expect(text).toContain('{#teach-back}');
      }
    }
  });
});
