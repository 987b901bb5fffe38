import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostMargin } from '../../../../electron/contract/print-words.ts';
import type { Margins } from '../../../../electron/contract/printing.ts';
import { Button } from '../../../components/button/button.tsx';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { PaperChoice } from '../form-parts.tsx';
import { useProblemWords } from '../problem-words.ts';
import type { PrinterRow } from './print-form.tsx';
import { readMillimetres } from './read-millimetres.ts';

const sides = ['top', 'right', 'bottom', 'left'] as const;
type Typed = Record<(typeof sides)[number], string>;

const show = (margins: Margins | null): Typed => ({
  top: String(margins?.top ?? ''),
  right: String(margins?.right ?? ''),
  bottom: String(margins?.bottom ?? ''),
  left: String(margins?.left ?? ''),
});

/** The four distances in mm; null while one is missing or cannot be read. */
function readAll(typed: Typed): Margins | null {
  const read = sides.map((side) => readMillimetres(typed[side])).filter((value) => value !== null);
  const [top, right, bottom, left] = read as [number, number, number, number];
  return read.length === sides.length ? { top, right, bottom, left } : null;
}

interface MarginsFormProps {
  session: string;
  printer: PrinterRow;
  onPrinted: () => void;
  onSaved: () => void;
}

/** Prints the page with rulers, and keeps the four numbers that staff read off it. */
export function MarginsForm({ session, printer, onPrinted, onSaved }: MarginsFormProps) {
  const { t } = useTranslation();
  const { client, language } = useSession();
  const words = useProblemWords();
  const [paper, setPaper] = useState<'letter' | 'a4'>(printer.papers[0] ?? 'letter');
  const [typed, setTyped] = useState<Typed>(() => show(printer.margins));
  const [said, setSaid] = useState<{ words: string; wrong: boolean } | null>(null);
  const run = async (work: () => Promise<unknown>, done: string, after: () => void) => {
    setSaid({ words: t('print.busy'), wrong: false });
    try {
      await work();
      setSaid({ words: done, wrong: false });
      after();
    } catch (error) {
      setSaid({ words: words(toKioskError(error)), wrong: true });
    }
  };
  const printTestPage = () =>
    run(
      () => client['printers.testPage']({ session, printer: printer.token, paper, language: language.tag }),
      t('margins.sent'),
      onPrinted,
    );
  const keep = (margins: Margins | null, done: string) =>
    run(() => client['printers.margins']({ session, printer: printer.token, margins }), done, onSaved);
  const save = () => {
    const margins = readAll(typed);
    if (margins) return keep(margins, t('margins.kept'));
    setSaid({ words: t('margins.wrong', { most: mostMargin }), wrong: true });
    return Promise.resolve();
  };
  return (
    <fieldset className="part stack-small">
      <legend>{t('margins.title')}</legend>
      <p>{t('margins.how')}</p>
      <PaperChoice value={paper} onChange={setPaper} />
      <Button small onPress={() => void printTestPage()}>
        {t('margins.print')}
      </Button>
      <div className="four">
        {sides.map((side) => (
          <KeyboardField
            key={side}
            label={t(`margins.${side}`)}
            value={typed[side]}
            maxLength={5}
            onChange={(value) => setTyped({ ...typed, [side]: value })}
          />
        ))}
      </div>
      <div className="row">
        <Button small onPress={() => void save()}>
          {t('margins.keep')}
        </Button>
        {printer.margins ? (
          <Button
            small
            onPress={() => {
              setTyped(show(null));
              void keep(null, t('margins.forgotten'));
            }}
          >
            {t('margins.forget')}
          </Button>
        ) : null}
      </div>
      <p role="status" className={said?.wrong ? 'error' : 'quiet'}>
        {said?.words}
      </p>
    </fieldset>
  );
}
