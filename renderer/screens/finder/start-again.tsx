import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { noAnswers } from './answers.ts';
import { useFinder } from './finder-state.tsx';

/** Clears all answers, after asking once more. */
export function StartAgain() {
  const { t } = useTranslation();
  const { go, home } = useSession();
  const { setAnswers } = useFinder();
  const [open, setOpen] = useState(false);
  const clear = () => {
    setOpen(false);
    setAnswers(noAnswers);
    home();
    go({ screen: 'finder', step: 'start' });
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('finder.again')}
      </Button>
      <Popup title={t('finder.again')} isOpen={open} onClose={() => setOpen(false)}>
        <p>{t('finder.again.words')}</p>
        <div className="choices">
          <Button kind="danger" onPress={clear}>
            {t('finder.again.yes')}
          </Button>
          <Button kind="main" onPress={() => setOpen(false)}>
            {t('finder.again.no')}
          </Button>
        </div>
      </Popup>
    </>
  );
}
