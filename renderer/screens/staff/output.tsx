import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../lib/use-call.ts';
import { useProblemWords } from './problem-words.ts';

interface SaveProps {
  title: string;
  session: string;
  /** Writes the file to the folder of that token. */
  save: (folder: string) => Promise<{ fileName: string }>;
  onSaved?: () => void;
  onClose: () => void;
}

/** Choose a place, save, say under which name. */
export function SavePopup({ title, session, save, onSaved, onClose }: SaveProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const words = useProblemWords();
  const [look, setLook] = useState(0);
  const [result, setResult] = useState<{ saved: string } | { failed: string } | { busy: true } | null>(null);
  const folders = useCall(`folders ${look}`, () => client['folders.list']({ session }));
  const list = folders.state === 'done' ? folders.value.folders : [];
  const isSaved = result !== null && 'saved' in result;
  const saveTo = async (folder: string) => {
    setResult({ busy: true });
    try {
      setResult({ saved: (await save(folder)).fileName });
      onSaved?.();
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
      {/* The place that was pressed went with the list: the focus goes where the keyboard goes on. */}
      <Button key={String(isSaved)} kind="main" autoFocus={isSaved} onPress={onClose}>
        {t('popup.close')}
      </Button>
    </Popup>
  );
}
