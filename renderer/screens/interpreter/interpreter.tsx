import { useTranslation } from 'react-i18next';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { useSession } from '../../lib/session/session.tsx';

/** A card to show to staff, in the reader's language and in English. */
export function Interpreter() {
  const { t } = useTranslation();
  const { language } = useSession();
  return (
    <div className="page stack interpreter">
      <ScreenTitle of="interpreter">{t('interpreter.title')}</ScreenTitle>
      <p className="interpreter-says">{t('interpreter.says', { language: language.ownName })}</p>
      <p className="interpreter-english" lang="en" dir="ltr">
        {t('interpreter.english', { language: language.englishName })}
      </p>
      <p className="lead">{t('interpreter.free')}</p>
      <p className="lead">{t('interpreter.no-children')}</p>
    </div>
  );
}
