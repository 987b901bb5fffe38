import type { LanguageInfo } from '../../contract/calls.ts';
import { KioskError } from '../../contract/errors.ts';
import { today, type Clock } from '../clock.ts';
import type { Mode } from '../library/types.ts';
import type { AssistanceTexts } from '../packs/assistance-schemas.ts';
import type { Pack } from '../packs/open-pack.ts';
import type { Fact } from '../packs/schemas.ts';
import { screen } from './screen.ts';
import type { Assistance, Rules } from './types.ts';
import { alwaysInWords, resultInWords } from './words.ts';

/** Rules, tables and facts of an open pack. */
export function readRules({ db }: Pack): Rules {
  const rows = (sql: string) => new Map(db.prepare<[], [string, string]>(sql).raw().all());
  const tables = rows('SELECT name, data FROM assistance');
  const table = <T>(name: string) => JSON.parse(tables.get(name) ?? 'null') as T;
  const facts = [...rows('SELECT id, fact FROM facts')].map(([id, fact]): [string, Fact] => [
    id,
    JSON.parse(fact) as Fact,
  ]);
  return {
    guidelines: table('guidelines'),
    states: table('states'),
    programs: table('programs'),
    facts: new Map(facts),
  };
}

/** The finder of help with paying. Answers are worked out anew each time: nothing of a household is kept or logged. */
export function createAssistance({
  pack,
  mode,
  clock,
}: {
  pack: Pack;
  mode: Mode;
  clock: Clock;
}): Assistance {
  const { db } = pack;
  const rules = readRules(pack);
  const languages = db
    .prepare<[], [string, string, string]>(
      'SELECT tag, info, texts FROM languages JOIN assistance_texts ON tag = language ORDER BY position',
    )
    .raw()
    .all()
    .map(([tag, info, texts]) => ({
      tag,
      locale: (JSON.parse(info) as LanguageInfo).locale,
      texts: JSON.parse(texts) as AssistanceTexts,
    }));
  const shown = (texts: AssistanceTexts) => mode === 'demonstration' || texts.review !== 'unreviewed';
  return {
    languages: () => languages.filter(({ texts }) => shown(texts)).map(({ tag }) => tag),
    screen(tag, household, day = today(clock)) {
      const language = languages.find((one) => one.tag === tag);
      if (!language) throw new KioskError('not-found', { what: 'language' });
      if (!shown(language.texts))
        throw new KioskError('not-reviewed', { guide: 'assistance', language: tag });
      const { povertyLevel, outcomes } = screen(rules, household, day);
      const { locale, texts } = language;
      const words = { texts, locale, facts: rules.facts, day, state: household.state };
      return {
        on: day,
        povertyLevel,
        results: outcomes.map((outcome) => resultInWords(outcome, words)),
        always: alwaysInWords(rules.programs, words),
      };
    },
  };
}
