import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './fixtures.ts';

type Dictionary = Record<string, unknown>;
export interface PdfObjects {
  [id: string]: { value?: Dictionary; stream?: { dict: Dictionary; data: string } };
}

/** A real PDF with something changed: qpdf writes it out as JSON, `change` edits the objects, qpdf makes a PDF of them. */
export function editPdf(file: string, change: (objects: PdfObjects) => void): string {
  const folder = temporaryFolder();
  const json = path.join(folder, 'changed.json');
  const out = path.join(folder, 'changed.pdf');
  const write = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized'];
  execFileSync('qpdf', [...write, '--json-output', file, json]);
  const content = JSON.parse(readFileSync(json, 'utf8')) as { qpdf: [unknown, PdfObjects] };
  const before = JSON.stringify(content);
  change(content.qpdf[1]);
  const after = JSON.stringify(content);
  if (after === before) throw new Error('nothing changed in the PDF');
  writeFileSync(json, after);
  execFileSync('qpdf', ['--newline-before-endstream', '--json-input', json, out]);
  return out;
}

/** The dictionaries of a PDF that have this entry, such as `/S` `/Figure`. */
export const dictionariesWith = (objects: PdfObjects, key: string, value?: unknown): Dictionary[] =>
  Object.values(objects).flatMap((object) => {
    const dictionary = object.value ?? object.stream?.dict;
    const isOne = typeof dictionary === 'object' && dictionary !== null && key in dictionary;
    return isOne && (value === undefined || dictionary[key] === value) ? [dictionary] : [];
  });

/** Changes the text of every stream that holds a pattern: page content, metadata. */
export function editStreams(objects: PdfObjects, pattern: RegExp, change: (text: string) => string): void {
  for (const { stream } of Object.values(objects)) {
    if (!stream) continue;
    const text = Buffer.from(stream.data, 'base64').toString('latin1');
    if (pattern.test(text)) stream.data = Buffer.from(change(text), 'latin1').toString('base64');
  }
}
