import { useTranslation } from 'react-i18next';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { FinderTile } from '../finder/finder-tile.tsx';
import { CallProblem } from '../problem/problem.tsx';

/** The guides of one group, as large tiles. */
export function Group({ id }: { id: string }) {
  const { t } = useTranslation();
  const { client, language, go } = useSession();
  const loaded = useCall(language.tag, () => client['library.home']({ language: language.tag }));
  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  if (loaded.state === 'loading') return null;
  const group = loaded.value.groups.find((one) => one.id === id);
  return (
    <div className="page page-wide stack">
      <ScreenTitle of={id}>{t(`group.${id}`)}</ScreenTitle>
      {group ? null : <p className="lead">{t('home.empty')}</p>}
      <ul className="tiles">
        {id === 'help' ? <FinderTile /> : null}
        {group?.guides.map((guide) => (
          <li key={guide.id}>
            <Tile
              pictogram={guide.pictogram}
              title={guide.title}
              summary={guide.summary}
              onPress={() => go({ screen: 'guide', guide: guide.id })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
