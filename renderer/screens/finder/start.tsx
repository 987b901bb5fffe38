import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useFinder } from './finder-state.tsx';
import { wholeNumber } from './format.ts';
import { askedQuestions, mostQuestions, unanswered } from './questions.ts';
import { StartAgain } from './start-again.tsx';

/** What the finder does and does not do, before the first question; or the way on for whoever comes back. */
export function Start() {
  const { t } = useTranslation();
  const { go, language } = useSession();
  const { answers } = useFinder();
  const next = unanswered(answers);
  const begun = Object.keys(answers).length > 0;
  const promises = [
    {
      pictogram: 'question',
      words: t('finder.start.number', { number: wholeNumber(mostQuestions, language.locale) }),
    },
    { pictogram: 'caregiver', words: t('finder.start.whom') },
    { pictogram: 'stop', words: t('finder.start.status') },
    { pictogram: 'clear', words: t('finder.start.kept') },
    { pictogram: 'rights', words: t('finder.results.decide') },
  ];
  return (
    <div className="page stack finder-start">
      <ScreenTitle of="start">{t('finder.title')}</ScreenTitle>
      <p className="lead">{t('finder.start.lead')}</p>
      <ul className="finder-promises">
        {promises.map(({ pictogram, words }) => (
          <li key={pictogram}>
            <Pictogram name={pictogram} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <div className="row finder-foot">
        {begun ? (
          <>
            <Button kind="main" onPress={() => go({ screen: 'finder', step: next ?? 'results' })}>
              {next ? t('finder.start.on') : t('finder.start.results')}
            </Button>
            <StartAgain />
          </>
        ) : (
          <Button
            kind="main"
            onPress={() => go({ screen: 'finder', step: askedQuestions(answers)[0] ?? 'results' })}
          >
            {t('finder.start.go')}
          </Button>
        )}
      </div>
    </div>
  );
}
