import { useTranslation } from 'react-i18next';
import type { GuideCard } from '../../../../electron/contract/document.ts';
import { Button } from '../../../components/button/button.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { useFigures } from '../../../lib/use-figures.ts';
import type { Draft } from '../draft.ts';
import { Part } from '../form-parts.tsx';
import { useListed } from '../use-listed.ts';
import type { RecentSheet } from '../use-recent.ts';

interface RecentProps {
  sheets: readonly RecentSheet[];
  cards: GuideCard[];
  onChoose: (draft: Draft) => void;
}

/** Sheets of this session by time and guides: whom they were for is not shown to whoever looks on. */
export function RecentPart({ sheets, cards, onChoose }: RecentProps) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { number } = useFigures();
  const listed = useListed();
  if (sheets.length === 0) return null;
  const time = new Intl.DateTimeFormat(language.locale, { timeStyle: 'short' });
  const titles = ({ guides }: Draft) =>
    listed(guides.map((id) => cards.find((card) => card.id === id)?.title ?? id));
  return (
    <Part name="recent" title={t('builder.recent')} summary={number(sheets.length)}>
      <p className="quiet">{t('builder.recent.words')}</p>
      <ul className="recent stack-small">
        {sheets.map(({ id, at, draft }) => (
          <li key={id}>
            <Button small onPress={() => onChoose(draft)}>
              {t('builder.recent.one', {
                time: time.format(at),
                guides: titles(draft) || t('builder.recent.no-guide'),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
