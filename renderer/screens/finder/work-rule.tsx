import { useTranslation } from 'react-i18next';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';

interface PartProps {
  title: string;
  lines: string[];
}

function Part({ title, lines }: PartProps) {
  const holding = lines.filter((line) => line !== ''); // a figure that has run out leaves its line empty
  if (holding.length === 0) return null;
  return (
    <section className="stack-small prose">
      <h2>{title}</h2>
      <ul>
        {holding.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The Medicaid activity rule: who may be free of it, what to show, what to ask the doctor for (facts 3E, rule R15). */
export function WorkRule() {
  const { t } = useTranslation();
  const what = [
    t('finder.work.start'),
    t('finder.work.nebraska'),
    t('finder.work.who'),
    t('finder.work.hours'),
  ];
  const free = [
    t('finder.work.free.pregnant'),
    t('finder.work.free.ill'),
    t('finder.work.free.parents'),
    t('finder.work.free.tribal'),
  ];
  const show = [t('finder.work.show.work'), t('finder.work.show.ill'), t('finder.work.show.ask')];
  const keep = [t('finder.work.renew'), t('finder.work.mail')];
  return (
    <div className="page stack">
      <ScreenTitle of="work-rule">{t('finder.work.title')}</ScreenTitle>
      <p className="finder-unconfirmed">
        <Pictogram name="warning" />
        <strong>{t('finder.work.confirm')}</strong>
      </p>
      <Part title={t('finder.work.what')} lines={what} />
      <Part title={t('finder.work.free')} lines={free} />
      <Part title={t('finder.work.show')} lines={show} />
      <section className="stack-small">
        <h2>{t('finder.work.letter')}</h2>
        <p className="finder-letter">{t('finder.work.letter.words')}</p>
      </section>
      <Part title={t('finder.work.keep')} lines={keep} />
    </div>
  );
}
