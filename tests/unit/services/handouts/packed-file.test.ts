import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { packWhenDone } from '../../../../electron/services/handouts/pdf/packed-file.ts';
import { hasProgram } from '../../../setup/programs.ts';
import { temporaryFolder } from '../../../support/fixtures.ts';
import { readPdf } from '../../../support/read-pdf.ts';

const options = {
  pdfVersion: '1.7',
  tagged: true,
  lang: 'ar',
  info: { Title: 'عنوان (1)', CreationDate: new Date('2026-11-24'), ModDate: new Date('2026-11-24') },
} as const;

/** A tagged document with `paragraphs` elements. */
function draw(pdf: typeof PDFDocument.prototype, paragraphs: number): void {
  for (let count = 0; count < paragraphs; count += 1) {
    const element = pdf.struct('P', { actual: `كلمة ${count} \\()` });
    pdf.addStructure(element);
    element.add(() => pdf.rect(10, 10 + (count % 50) * 10, 5, 5).fill());
    element.end();
  }
}

function packed(paragraphs: number): Uint8Array {
  const pdf = new PDFDocument({ ...options, font: null as unknown as string });
  const finish = packWhenDone(pdf, '1.7');
  draw(pdf, paragraphs);
  return finish();
}

async function plain(paragraphs: number): Promise<Uint8Array> {
  const pdf = new PDFDocument({ ...options, font: null as unknown as string });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  draw(pdf, paragraphs);
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

describe('a packed file', () => {
  it.each([1, 499, 1600])('holds the same objects as pdfkit writes, with %i elements', async (paragraphs) => {
    if (!hasProgram('qpdf')) throw new Error('qpdf is missing');
    const folder = temporaryFolder();
    const files = { packed: packed(paragraphs), plain: await plain(paragraphs) };
    const [ours, theirs] = Object.entries(files).map(([name, bytes]) => {
      const file = path.join(folder, `${name}.pdf`);
      writeFileSync(file, bytes);
      execFileSync('qpdf', ['--check', file]);
      return readPdf(file).objects;
    });
    for (const [id, object] of Object.entries(theirs ?? {}))
      if (id !== 'trailer') expect(ours?.[id], id).toEqual(object);
    const entries = (objects: typeof ours) => {
      const {
        '/Root': catalog,
        '/Info': info,
        '/ID': id,
      } = objects?.['trailer']?.value as Record<string, unknown>;
      return { catalog, info, id };
    };
    expect(entries(ours)).toEqual(entries(theirs));
    if (paragraphs > 1) expect(files.packed.length).toBeLessThan(files.plain.length / 2);
  });

  it('is refused when pdfkit has not ended every object', () => {
    const pdf = new PDFDocument({ ...options, font: null as unknown as string });
    const finish = packWhenDone(pdf, '1.7');
    pdf.ref({});
    expect(finish).toThrow('no trailer');
  });
});
