import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { useProblemWords } from '../problem-words.ts';
import type { PrinterRow } from './print-form.tsx';

interface ForPatientsProps {
  session: string;
  printer: PrinterRow;
  onSaved: () => void;
}

/** The clinic's choice whether patients print their own list on this printer or ask staff. */
export function ForPatients({ session, printer, onSaved }: ForPatientsProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [failed, setFailed] = useState('');
  const [isOn, setOn] = useState(printer.forPatients);
  const save = async (may: boolean) => {
    setFailed('');
    setOn(may);
    try {
      await client['printers.forPatients']({ session, printer: may ? printer.token : null });
      onSaved();
    } catch (error) {
      setOn(!may);
      setFailed(words(toKioskError(error)));
    }
  };
  return (
    <div className="stack-small">
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={(event) => void save(event.target.checked)} />
        {t('print.for-patients')}
      </label>
      <p className="quiet">{t('print.for-patients.words')}</p>
      <p role="status" className="error">
        {failed}
      </p>
    </div>
  );
}
