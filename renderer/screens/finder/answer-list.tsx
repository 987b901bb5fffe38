import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import type { FinderQuestion } from '../../lib/session/finder-step.ts';
import { useSession } from '../../lib/session/session.tsx';
import { useFinder } from './finder-state.tsx';
import { dollars, wholeNumber } from './format.ts';
import { optionWords } from './option-words.ts';
import { useQuestionWords } from './question.tsx';
import { askedQuestions, questions } from './questions.ts';
import { StartAgain } from './start-again.tsx';

function useAnswerWords(id: FinderQuestion): string {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  const answer = useFinder().answers[id];
  const { kind } = questions[id];
  if (answer === undefined) return t('finder.answers.open');
  if (answer === 'skipped') return t('finder.answers.skipped');
  if (answer === 'not-known') return t('finder.not-known');
  if (typeof answer === 'number') {
    return kind.answer === 'number' && kind.shape === 'money'
      ? dollars(answer, locale)
      : wholeNumber(answer, locale);
  }
  if (typeof answer === 'string') {
    return id === 'state' ? t(`finder.state.${answer}`) : optionWords(t, locale, id, answer);
  }
  if (answer.length === 0) return t('finder.none');
  const words = answer.map((option) => optionWords(t, locale, id, option));
  return new Intl.ListFormat(locale, { type: 'unit' }).format(words);
}

function AnswerRow({ id }: { id: FinderQuestion }) {
  const { go } = useSession();
  const question = useQuestionWords(id);
  const answer = useAnswerWords(id);
  const amount = typeof useFinder().answers[id] === 'number';
  return (
    <Button onPress={() => go({ screen: 'finder', step: id, changing: true })}>
      <span className="quiet">{question}</span>
      <span>
        <bdi dir={amount ? 'ltr' : 'auto'}>{answer}</bdi>
      </span>
    </Button>
  );
}

/** All that was answered, each with the way to change it. */
export function AnswerList() {
  const { t } = useTranslation();
  const { go } = useSession();
  const { answers } = useFinder();
  return (
    <div className="page stack">
      <ScreenTitle of="answers">{t('finder.answers.title')}</ScreenTitle>
      <p className="lead">{t('finder.answers.hint')}</p>
      <ul className="finder-answer-list">
        {askedQuestions(answers).map((id) => (
          <li key={id}>
            <AnswerRow id={id} />
          </li>
        ))}
      </ul>
      <div className="row finder-foot">
        <Button kind="main" onPress={() => go({ screen: 'finder', step: 'results' })}>
          {t('finder.start.results')}
        </Button>
        <StartAgain />
      </div>
    </div>
  );
}
