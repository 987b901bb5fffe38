import { useTranslation } from 'react-i18next';
import type { FinderQuestion } from '../../lib/session/finder-step.ts';
import { useSession } from '../../lib/session/session.tsx';
import { given, type Answers } from './answers.ts';
import { Choices } from './choices.tsx';
import { useFinder } from './finder-state.tsx';
import { dollars, wholeNumber } from './format.ts';
import { HouseholdSize } from './household-size.tsx';
import { NumberPad } from './number-pad.tsx';
import { optionWords } from './option-words.ts';
import { questions, withAnswer } from './questions.ts';
import { SeveralChoices } from './several-choices.tsx';
import { StateList } from './state-list.tsx';

/** The answers to a question, by their kind. */
export function AnswerArea({ id, onGoOn }: { id: FinderQuestion; onGoOn: (answers: Answers) => void }) {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  const { answers, setAnswers } = useFinder();
  const { kind } = questions[id];
  const having = (answer: unknown) => withAnswer(answers, id, answer);
  /** Kept, while one is still at it. */
  const keep = (answer: unknown) => setAnswers(having(answer));
  const answer = given(answers, id);
  const worded = (options: readonly string[]) =>
    options.map((option) => ({ id: option, label: optionWords(t, locale, id, option) }));
  switch (kind.answer) {
    case 'state':
      return <StateList chosen={given(answers, 'state')} onChoose={(code) => onGoOn(having(code))} />;
    case 'household':
      return (
        <HouseholdSize
          value={given(answers, 'household')}
          offered={kind.offered}
          most={kind.most}
          onChoose={(size) => onGoOn(having(size))}
          onType={keep}
        />
      );
    case 'one':
      return (
        <Choices
          options={worded(kind.options)}
          chosen={typeof answer === 'string' ? answer : undefined}
          onChoose={(option) => onGoOn(having(option))}
        />
      );
    case 'number': {
      const text = kind.shape === 'money' ? dollars : wholeNumber;
      return (
        <NumberPad
          value={typeof answer === 'number' ? answer : undefined}
          most={kind.most}
          text={(value) => text(value, locale)}
          onChange={keep}
        />
      );
    }
    case 'several':
      return (
        <>
          <p className="quiet">{t('finder.choose-all')}</p>
          <SeveralChoices
            options={worded(kind.options(answers))}
            chosen={Array.isArray(answer) ? (answer as readonly string[]) : undefined}
            onChange={(chosen) => keep(chosen.length > 0 ? chosen : undefined)}
            onNone={() => onGoOn(having([]))}
          />
        </>
      );
    default:
      return kind satisfies never;
  }
}
