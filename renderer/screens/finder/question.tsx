import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import type { FinderQuestion } from '../../lib/session/finder-step.ts';
import { useSession } from '../../lib/session/session.tsx';
import { given, type Answers, type Left } from './answers.ts';
import { AnswerArea } from './answer-area.tsx';
import { useFinder } from './finder-state.tsx';
import { wholeNumber } from './format.ts';
import { progressAt, questions, stepAfter, withAnswer } from './questions.ts';

function Progress({ id }: { id: FinderQuestion }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { answers } = useFinder();
  const { number, total } = progressAt(id, answers);
  const words = t('finder.progress', {
    number: wholeNumber(number, language.locale),
    total: wholeNumber(total, language.locale),
  });
  return (
    <div className="finder-progress">
      <span>{words}</span>
      <progress value={number} max={total} aria-label={words} />
    </div>
  );
}

/** The question in words; how much money is asked for the period that was chosen. */
export function useQuestionWords(id: FinderQuestion): string {
  const { t } = useTranslation();
  const { answers } = useFinder();
  return id === 'income-amount'
    ? t(`finder.ask.income-amount.${given(answers, 'income-per') ?? 'month'}`)
    : t(`finder.ask.${id}`);
}

/** One question: what is asked, why, and large answers. Whatever is chosen or typed is kept at once, so going back loses nothing. */
export function Question({ id, changing }: { id: FinderQuestion; changing: boolean }) {
  const { t } = useTranslation();
  const { go } = useSession();
  const { answers, setAnswers } = useFinder();
  const words = useQuestionWords(id);
  const { kind, help } = questions[id];
  const answer = answers[id];
  const goOn = (next: Answers) => {
    setAnswers(next);
    go({ screen: 'finder', step: stepAfter(id, next, changing), changing });
  };
  const leave = (left: Left) => goOn(withAnswer(answers, id, left));
  const waits = kind.answer === 'number' || kind.answer === 'several';
  return (
    <div className="page page-wide finder-question" data-question={id} data-answer={kind.answer}>
      <div className="finder-asks stack">
        <Progress id={id} />
        <ScreenTitle of={id}>{words}</ScreenTitle>
        {help ? <p>{t(`finder.help.${id}`)}</p> : null}
        <p className="finder-why">
          <strong>{t('finder.why')}</strong>
          <span>{t(`finder.why.${id}`)}</span>
        </p>
      </div>
      <div className="finder-answers stack">
        <AnswerArea key={id} id={id} onGoOn={goOn} />
      </div>
      <div className="row finder-foot">
        {waits || answer !== undefined ? (
          <Button kind="main" isDisabled={answer === undefined} onPress={() => goOn(answers)}>
            {t('finder.next')}
          </Button>
        ) : null}
        <Button kind="quiet" aria-pressed={answer === 'skipped'} onPress={() => leave('skipped')}>
          {t('finder.skip')}
        </Button>
        <Button kind="quiet" aria-pressed={answer === 'not-known'} onPress={() => leave('not-known')}>
          {t('finder.not-known')}
        </Button>
      </div>
    </div>
  );
}
