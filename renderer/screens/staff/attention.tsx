import { useTranslation } from 'react-i18next';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { useFigures } from '../../lib/use-figures.ts';

/** What has run out or will soon: guides that patients no longer see, figures that have left the screen. */
export function useAttention(session: string) {
  const { client, language } = useSession();
  return useCall(`${session} ${language.tag}`, () =>
    client['staff.attention']({ session, language: language.tag }),
  );
}

/** Nothing to see while there is nothing to attend to. */
export function Attention({ loaded }: { loaded: ReturnType<typeof useAttention> }) {
  const { t } = useTranslation();
  const write = useFigures();
  if (loaded.state !== 'done') return null;
  const { guides, figures } = loaded.value;
  const number = guides.length + figures.length;
  if (number === 0) return null;
  const when = (over: boolean, until: string) =>
    t(over ? 'attention.over' : 'attention.soon', { date: write.day(until) });
  const count = write.number(number);
  return (
    <details className="attention">
      <summary>{t('attention.title', { number: count })}</summary>
      <p>{t('attention.words')}</p>
      <ul>
        {guides.map((guide) => (
          <li key={guide.id}>
            <strong>{guide.title}</strong>: {when(guide.over, guide.until)}
          </li>
        ))}
        {figures.map((figure) => (
          <li key={figure.id}>
            <bdi>{figure.text}</bdi> ({figure.guides.join('; ') || t('attention.no-guide')}):{' '}
            {when(figure.over, figure.until)}
          </li>
        ))}
      </ul>
    </details>
  );
}
