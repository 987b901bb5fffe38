/** `npm run search -- --lang es "azatioprina" --json`: the kiosk's search without a screen. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../services/clock.ts';
import { createLibrary } from '../services/library/library.ts';
import { ensurePack } from '../services/packs/ensure-pack.ts';
import { openPack } from '../services/packs/open-pack.ts';
import { createSearch } from '../services/search/search.ts';

const help = `Usage: npm run search -- --lang LANGUAGE "words" [--json] [--clinic]
  --lang     language of the titles, such as en, es, ar, zh-Hans
  --json     print the answer as JSON
  --clinic   only guides that a qualified person has reviewed`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      json: { type: 'boolean' },
      clinic: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const text = positionals.join(' ');
  if (!values.lang || text === '') throw new Error('give a language and words to search for');
  const pack = openPack(ensurePack(path.join(import.meta.dirname, '../..')));
  try {
    const library = createLibrary({
      pack,
      mode: values.clinic ? 'clinic' : 'demonstration',
      clock: systemClock,
    });
    if (!library.languages().some((language) => language.tag === values.lang)) {
      throw new Error(
        `--lang is one of: ${
          library
            .languages()
            .map((language) => language.tag)
            .join(', ') || 'none is reviewed'
        }`,
      );
    }
    const answer = createSearch({ pack, library }).query(text, values.lang);
    if (values.json) console.log(JSON.stringify(answer, null, 2));
    else {
      for (const { code, title } of answer.results) console.log(`${code}  ${title}`);
      if (answer.results.length === 0) console.log('nothing found');
      if (answer.didYouMean.length > 0) console.log(`did you mean: ${answer.didYouMean.join(', ')}`);
    }
    return 0;
  } finally {
    pack.close();
  }
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${(error as Error).message}\n${help}`);
  process.exitCode = 2;
}
