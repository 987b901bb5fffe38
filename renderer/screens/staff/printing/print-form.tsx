import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../electron/contract/calls.ts';
import type { HandoutRequestInput } from '../../../../electron/contract/handout-request.ts';
import { Button } from '../../../components/button/button.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { Choice } from '../form-parts.tsx';
import { useProblemWords } from '../problem-words.ts';

export type PrinterRow = CallOutput<'printers.list'>['printers'][number];

const mostCopies = 20;

/** Which printer, with its state in words. */
export function PrinterChoice({
  printers,
  chosen,
  onChange,
}: {
  printers: PrinterRow[];
  chosen: PrinterRow;
  onChange: (token: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('print.printer')}
        value={chosen.token}
        options={printers.map(({ token, label, state, isDefault }) => ({
          value: token,
          label: t(isDefault ? 'print.choice.usual' : 'print.choice', {
            ...{ name: label, state: t(`print.printer.${state}`) },
          }),
        }))}
        onChange={onChange}
      />
      {chosen.tellsEnd ? null : <p className="quiet">{t('print.cannot-tell')}</p>}
    </>
  );
}

function Copies({ value, onChange }: { value: number; onChange: (copies: number) => void }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <Button
        small
        aria-label={t('print.fewer')}
        isDisabled={value === 1}
        onPress={() => onChange(value - 1)}
      >
        <Pictogram name="minus" />
      </Button>
      <span>{t('print.copies', { number: value })}</span>
      <Button
        small
        aria-label={t('print.more')}
        isDisabled={value === mostCopies}
        onPress={() => onChange(value + 1)}
      >
        <Pictogram name="plus" />
      </Button>
    </div>
  );
}

interface PrintFormProps {
  session: string;
  printer: PrinterRow;
  request: HandoutRequestInput;
  onPrinted: () => void;
}

/** Copies, two sides, colour, as far as the printer can; and the button that prints. */
export function PrintForm({ session, printer, request, onPrinted }: PrintFormProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [copies, setCopies] = useState(1);
  const [twoSided, setTwoSided] = useState(true); // a whole guide is made for one sheet of two sides
  const [color, setColor] = useState<'gray' | 'color'>('gray');
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState('');
  const { paper = 'letter' } = request;
  const print = async () => {
    setSending(true);
    setFailed('');
    try {
      const options = { copies, twoSided, color: color === 'color' };
      await client['printers.print']({ session, printer: printer.token, ...options, request });
      onPrinted();
    } catch (error) {
      setFailed(words(toKioskError(error)));
    }
    setSending(false);
  };
  return (
    <>
      <Copies value={copies} onChange={setCopies} />
      {printer.twoSided ? (
        <label className="check">
          <input type="checkbox" checked={twoSided} onChange={(event) => setTwoSided(event.target.checked)} />
          {t('print.two-sided')}
        </label>
      ) : null}
      {printer.color ? (
        <Choice
          label={t('print.color')}
          value={color}
          options={[
            { value: 'gray', label: t('print.color.gray') },
            { value: 'color', label: t('print.color.color') },
          ]}
          onChange={setColor}
        />
      ) : null}
      {printer.papers.length > 0 && !printer.papers.includes(paper) ? (
        <p className="error">{t('print.other-paper')}</p>
      ) : null}
      <Button kind="main" isDisabled={sending} onPress={() => void print()}>
        <Pictogram name="print" />
        {t('builder.print.action')}
      </Button>
      <p role="status" className={failed ? 'error' : 'quiet'}>
        {sending ? t('print.sending') : failed}
      </p>
    </>
  );
}
