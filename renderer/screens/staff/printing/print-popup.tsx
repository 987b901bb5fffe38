import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoutRequestInput } from '../../../../electron/contract/handout-request.ts';
import { hasEnded } from '../../../../electron/contract/print-words.ts';
import { Button } from '../../../components/button/button.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { useCall } from '../../../lib/use-call.ts';
import { useProblemWords } from '../problem-words.ts';
import { ForPatients } from './for-patients.tsx';
import { JobList } from './job-list.tsx';
import { MarginsForm } from './margins-form.tsx';
import { PrinterChoice, PrintForm } from './print-form.tsx';
import { useJobs } from './use-jobs.ts';

interface PrintPopupProps {
  session: string;
  /** Null when only the printers and their jobs are looked at. */
  request: HandoutRequestInput | null;
  onPrinted?: () => void;
  onClose: () => void;
}

/** Choose a printer, print, and follow what the printer says: "printed" only when it does. */
export function PrintPopup({ session, request, onPrinted, onClose }: PrintPopupProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [look, setLook] = useState(0);
  const [token, setToken] = useState('');
  const [margins, setMargins] = useState(false);
  /** The form gives way to the job that was just begun: that is what staff look at now. */
  const [begun, setBegun] = useState(false);
  const { jobs, problem, lookNow } = useJobs(session);
  const loaded = useCall(`printers ${look}`, () => client['printers.list']({ session }));
  const printers = loaded.state === 'done' ? loaded.value.printers : [];
  const printer =
    printers.find((one) => one.token === token) ?? printers.find((one) => one.isDefault) ?? printers[0];
  const again = () => setLook(look + 1);
  /** Each job on its way says by itself that nobody can say how it stands. */
  const awaited = jobs.some(({ state }) => !hasEnded(state));
  return (
    <Popup title={t(request ? 'print.title' : 'print.printers')} isOpen onClose={onClose}>
      {loaded.state === 'loading' ? <p role="status">{t('print.looking')}</p> : null}
      {loaded.state === 'done' && !printer ? <p>{t('print.none')}</p> : null}
      {printer && !begun ? (
        <>
          <PrinterChoice printers={printers} chosen={printer} onChange={setToken} />
          {request ? null : (
            <ForPatients key={printer.token} session={session} printer={printer} onSaved={again} />
          )}
          {request ? (
            <PrintForm
              session={session}
              printer={printer}
              request={request}
              onPrinted={() => {
                setBegun(true);
                lookNow();
                onPrinted?.();
              }}
            />
          ) : null}
        </>
      ) : null}
      <JobList session={session} jobs={jobs} isKnown={problem === null} onChange={lookNow} />
      <p role="status" className="error">
        {problem && (problem.code === 'session-ended' || !awaited) ? words(problem) : ''}
      </p>
      {printer && margins && !begun ? (
        <MarginsForm
          key={printer.token}
          session={session}
          printer={printer}
          onPrinted={lookNow}
          onSaved={again}
        />
      ) : null}
      <div className="row">
        {begun ? (
          <Button small onPress={() => setBegun(false)}>
            {t('print.again')}
          </Button>
        ) : (
          <Button
            small
            onPress={() => {
              again();
              lookNow();
            }}
          >
            {t('save.look-again')}
          </Button>
        )}
        {printer && !margins && !begun ? (
          <Button small onPress={() => setMargins(true)}>
            {t('margins.title')}
          </Button>
        ) : null}
        {/* The form went with its button: the focus goes where the keyboard goes on. */}
        <Button key={String(begun)} small autoFocus={begun} onPress={onClose}>
          {t('popup.close')}
        </Button>
      </div>
    </Popup>
  );
}
