import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { useFigures } from '../../../lib/use-figures.ts';
import { isDay, mostOf } from '../draft.ts';
import { DateField, Problem, Part, type PartProps } from '../form-parts.tsx';

/** `propose` asks for dates on the label's calendar from a start. */
export function TestsPart({ draft, change, propose }: PartProps & { propose: (start: string) => void }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const { testStart, testDates } = draft;
  const printed = isDay(testStart) ? testDates.filter(isDay).length : 0;
  const replace = (index: number, next: string[], field?: string) =>
    change({ testDates: testDates.toSpliced(index, 1, ...next) }, field);
  return (
    <Part
      name="tests"
      title={t('builder.tests')}
      summary={printed > 0 ? t('builder.tests.number', { number: number(printed) }) : ''}
    >
      <p className="quiet">{t('builder.tests.hint')}</p>
      <DateField
        label={t('builder.tests.start')}
        value={testStart}
        onChange={(start) => {
          change({ testStart: start, testDates: [] }, 'testStart');
          if (start !== '') propose(start);
        }}
      />
      <div className="dates">
        {testDates.map((date, index) => (
          <div className="row date-row" key={index}>
            <DateField
              label={t('builder.tests.date', { number: index + 1 })}
              value={date}
              onChange={(next) => replace(index, [next], `test ${index}`)}
            />
            <Button
              small
              kind="danger"
              aria-label={t('builder.tests.remove', { number: index + 1 })}
              onPress={() => replace(index, [])}
            >
              <Pictogram name="close" />
            </Button>
          </div>
        ))}
      </div>
      <Problem words={printed < testDates.length ? t('builder.tests.no-date') : null} />
      {testStart === '' ? null : (
        <Button
          small
          isDisabled={testDates.length >= mostOf.testDates}
          onPress={() => change({ testDates: [...testDates, testDates.at(-1) ?? testStart] })}
        >
          <Pictogram name="plus" />
          {t('builder.tests.add')}
        </Button>
      )}
    </Part>
  );
}
