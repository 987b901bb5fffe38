import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  assistanceTextsYaml,
  guidelinesYaml,
  programYaml,
  statesYaml,
  type AssistanceTexts,
  type Guidelines,
  type StateTable,
} from './assistance-schemas.ts';
import type { AssistanceContent, Language } from './content.ts';
import { list, type Reader } from './reader.ts';

export const assistanceFolder = 'assistance';

const noGuidelines: Guidelines = {
  enrollment: { from: '01-01', until: '01-01', source: '' },
  years: {},
};
const noStates: StateTable = {
  ...{ source: '', from: '1970-01-01', until: '1970-01-01', checked: '1970-01-01', confirmed: false },
  states: {},
};
const noTexts: AssistanceTexts = { review: 'unreviewed', programs: {}, apply: {}, papers: {}, reasons: {} };

function readTexts(reader: Reader, languages: Language[]): AssistanceContent['texts'] {
  const texts: AssistanceContent['texts'] = new Map();
  for (const { tag } of languages) {
    const file = `${assistanceFolder}/texts/${tag}.yaml`;
    if (!existsSync(path.join(reader.folder, file))) continue;
    const hash = createHash('sha256')
      .update(reader.text(file) ?? '')
      .digest('hex');
    texts.set(tag, { file, hash, texts: reader.data(file, assistanceTextsYaml, noTexts) });
  }
  return texts;
}

/** Reads `content/assistance/`. Programs stand in the order their files ask for. */
export function readAssistance(reader: Reader, languages: Language[]): AssistanceContent {
  const programs = list(path.join(reader.folder, assistanceFolder, 'programs')).flatMap((name) => {
    const program = reader.data(`${assistanceFolder}/programs/${name}`, programYaml.nullable(), null);
    return program ? [{ id: name.replace(/\.yaml$/, ''), ...program }] : [];
  });
  return {
    guidelines: reader.data(`${assistanceFolder}/guidelines.yaml`, guidelinesYaml, noGuidelines),
    states: reader.data(`${assistanceFolder}/states.yaml`, statesYaml, noStates),
    programs: programs.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    texts: readTexts(reader, languages),
  };
}
