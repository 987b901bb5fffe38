import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoutRequestInput } from '../../../electron/contract/handout-request.ts';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../lib/use-call.ts';
import { useProblemWords } from './problem-words.ts';

interface OutputProps {
  session: string;
  request: HandoutRequestInput;
  onClose: () => void;
}

interface SaveProps {
  title: string;
  session: string;
  /** Writes the file to the folder of that token. */
  save: (folder: string) => Promise<{ fileName: string }>;
  onClose: () => void;
}

/** Choose a place, save, say under which name. */
export function SavePopup({ title, session, save, onClose }: SaveProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [look, setLook] = useState(0);
  const [result, setResult] = useState<{ saved: string } | { failed: string } | { busy: true } | null>(null);
  const folders = useCall(`folders ${look}`, () => client['folders.list']({ session }));
  const list = folders.state === 'done' ? folders.value.folders : [];
  const saveTo = async (folder: string) => {
    setResult({ busy: true });
    try {
      setResult({ saved: (await save(folder)).fileName });
    } catch (error) {
      setResult({ failed: words(toKioskError(error)) });
    }
  };
  return (
    <Popup title={title} isOpen onClose={onClose}>
      {result && 'saved' in result ? (
        <p role="status">{t('save.done', { name: result.saved })}</p>
      ) : (
        <>
          {folders.state === 'done' && list.length === 0 ? <p>{t('save.none')}</p> : null}
          <div className="choices">
            {list.map(({ token, label, kind }) => (
              <Button
                key={token}
                isDisabled={result !== null && 'busy' in result}
                onPress={() => void saveTo(token)}
              >
                <Pictogram name={kind === 'removable' ? 'usb' : 'note'} />
                <bdi>{label}</bdi>
              </Button>
            ))}
          </div>
          <p role="status" className="error">
            {result && 'failed' in result ? result.failed : ''}
            {result && 'busy' in result ? t('save.busy') : ''}
          </p>
          <Button small onPress={() => setLook(look + 1)}>
            {t('save.look-again')}
          </Button>
        </>
      )}
      <Button kind="main" onPress={onClose}>
        {t('popup.close')}
      </Button>
    </Popup>
  );
}

type JobState = 'waiting' | 'printing' | 'printed' | 'held' | 'failed' | 'canceled';
const ends: JobState[] = ['printed', 'failed', 'canceled'];

/** The printer's own word on a job, asked for every second until it ends. */
function useJob(
  session: string,
  job: string | null,
): { state: JobState; reason: string } | { failed: unknown } | null {
  const { client } = useSession();
  const [answer, setAnswer] = useState<{ state: JobState; reason: string } | { failed: unknown } | null>(
    null,
  );
  useEffect(() => {
    if (!job) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = async () => {
      try {
        const next = await client['printers.job']({ session, job });
        if (!current) return;
        setAnswer(next);
        if (!ends.includes(next.state)) timer = setTimeout(() => void ask(), 1000);
      } catch (error) {
        if (current) setAnswer({ failed: error });
      }
    };
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, session, job]);
  return answer;
}

/** Choose a printer, print, and say what the printer says: "printed" only when it does. */
export function PrintPopup({ session, request, onClose }: OutputProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [look, setLook] = useState(0);
  const [copies, setCopies] = useState(1);
  const [job, setJob] = useState<string | null>(null);
  const [failed, setFailed] = useState('');
  const printers = useCall(`printers ${look}`, () => client['printers.list']({ session }));
  const list = printers.state === 'done' ? printers.value.printers : [];
  const state = useJob(session, job);
  const print = async (printer: string) => {
    setFailed('');
    try {
      setJob((await client['printers.print']({ session, printer, copies, request })).job);
    } catch (error) {
      setFailed(words(toKioskError(error)));
    }
  };
  const status =
    state === null
      ? t('print.state.waiting')
      : 'failed' in state
        ? words(toKioskError(state.failed))
        : t(`print.state.${state.state}`);
  const help = state && 'reason' in state && /media|paper/.test(state.reason) ? t('print.paper') : '';
  const ended = state !== null && ('failed' in state || ends.includes(state.state));
  return (
    <Popup title={t('print.title')} isOpen onClose={onClose}>
      {job ? (
        <>
          <p role="status" className="label">
            {status} {help}
          </p>
          {ended && !('state' in state && state.state === 'printed') ? (
            <Button onPress={() => setJob(null)}>{t('print.retry')}</Button>
          ) : null}
        </>
      ) : (
        <>
          {printers.state === 'done' && list.length === 0 ? <p>{t('print.none')}</p> : null}
          {list.length > 0 ? (
            <div className="row">
              <Button
                small
                aria-label={t('print.fewer')}
                isDisabled={copies === 1}
                onPress={() => setCopies(copies - 1)}
              >
                <Pictogram name="minus" />
              </Button>
              <span>{t('print.copies', { number: copies })}</span>
              <Button
                small
                aria-label={t('print.more')}
                isDisabled={copies === 20}
                onPress={() => setCopies(copies + 1)}
              >
                <Pictogram name="plus" />
              </Button>
            </div>
          ) : null}
          <div className="choices">
            {list.map((printer) => (
              <Button
                key={printer.token}
                kind={printer.isDefault ? 'main' : 'plain'}
                onPress={() => void print(printer.token)}
              >
                <Pictogram name="print" />
                <bdi>{printer.name}</bdi>
                {printer.state === 'stopped' ? ` (${t('print.stopped')})` : ''}
              </Button>
            ))}
          </div>
          <p role="status" className="error">
            {failed}
          </p>
          <Button small onPress={() => setLook(look + 1)}>
            {t('save.look-again')}
          </Button>
        </>
      )}
      <Button onPress={onClose}>{t('popup.close')}</Button>
    </Popup>
  );
}
