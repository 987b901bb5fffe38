import { useTranslation } from 'react-i18next';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';

/** The way into the finder. Nothing where no language has it. */
export function FinderTile() {
  const { t } = useTranslation();
  const { go, kiosk } = useSession();
  if (kiosk.finder.length === 0) return null;
  return (
    <li>
      <Tile
        pictogram="money"
        title={t('finder.title')}
        summary={t('finder.hint')}
        onPress={() => go({ screen: 'finder', step: 'start' })}
      />
    </li>
  );
}
