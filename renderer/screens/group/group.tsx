import { useTranslation } from 'react-i18next';
import type { PatientResource } from '../../../electron/contract/local-resource.ts';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { LocalResources } from '../../components/local-resources/local-resources.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { FinderTile } from '../finder/finder-tile.tsx';
import { CallProblem } from '../problem/problem.tsx';

/** The group whose guides are about finding help: the clinic's own list stands before them. */
export const helpGroup = 'help';

/** The guides of one group, as large tiles. */
export function Group({ id }: { id: string }) {
  const { t } = useTranslation();
  const { client, language, go } = useSession();
  const loaded = useCall(language.tag, () => client['library.home']({ language: language.tag }));
  const local = useCall<{ resources: PatientResource[] }>(`${id} ${language.tag}`, () =>
    id === helpGroup
      ? client['resources.list']({ language: language.tag })
      : Promise.resolve({ resources: [] }),
  );
  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  // Both at once, so that nothing moves under a finger.
  if (loaded.state === 'loading' || local.state === 'loading') return null;
  const group = loaded.value.groups.find((one) => one.id === id);
  const resources = local.state === 'done' ? local.value.resources : [];
  return (
    <div className="page page-wide stack">
      <ScreenTitle of={id}>{t(`group.${id}`)}</ScreenTitle>
      {local.state === 'failed' ? <p className="error">{t('error.try-again')}</p> : null}
      <LocalResources resources={resources} />
      {group || resources.length > 0 ? null : <p className="lead">{t('home.empty')}</p>}
      {group && resources.length > 0 ? <h2>{t('home.groups')}</h2> : null}
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
