import { useTranslation } from 'react-i18next';
import type { ResourceAge, StaffResource } from '../../../../electron/contract/local-resource.ts';
import { ageDays, resourceKinds } from '../../../../electron/contract/resource-fields.ts';
import { Button } from '../../../components/button/button.tsx';
import { ResourceDetails } from '../../../components/local-resources/local-resources.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { resourcePictograms } from '../../../lib/resource-pictograms.ts';
import { useFigures } from '../../../lib/use-figures.ts';

const ageMarks: Record<ResourceAge, { pictogram: string; days: number }> = {
  fresh: { pictogram: 'check', days: 0 },
  old: { pictogram: 'warning', days: ageDays.old },
  stale: { pictogram: 'stop', days: ageDays.stale },
};

export interface RowActions {
  onCheck: (resource: StaffResource) => void;
  onChange: (resource: StaffResource) => void;
  onRemove: (resource: StaffResource) => void;
}

function Row({ resource, today, actions }: { resource: StaffResource; today: string; actions: RowActions }) {
  const { t } = useTranslation();
  const { day, number } = useFigures();
  const { name, age, lastChecked } = resource;
  const { pictogram, days } = ageMarks[age];
  return (
    <li className="resource stack-small" data-age={age}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="resource-age" data-age={age}>
        <Pictogram name={pictogram} />
        {t(`local-staff.age.${age}`, { days: number(days) })}
      </p>
      <p className="quiet">{t('local.checked', { date: day(lastChecked) })}</p>
      <ResourceDetails resource={resource} />
      <div className="row resource-actions">
        <Button
          small
          kind={age === 'fresh' ? 'plain' : 'main'}
          isDisabled={lastChecked === today}
          aria-label={t('local-staff.check.of', { name })}
          onPress={() => actions.onCheck(resource)}
        >
          <Pictogram name="check" />
          {t('local-staff.check')}
        </Button>
        <div className="row">
          <Button
            small
            aria-label={t('local-staff.change.of', { name })}
            onPress={() => actions.onChange(resource)}
          >
            {t('local-staff.change')}
          </Button>
          <Button
            small
            kind="danger"
            aria-label={t('local-staff.remove.of', { name })}
            onPress={() => actions.onRemove(resource)}
          >
            {t('local-staff.remove')}
          </Button>
        </div>
      </div>
    </li>
  );
}

/** All places by kind, with how old each check is and what staff can do. */
export function ResourceList({
  resources,
  today,
  actions,
}: {
  resources: StaffResource[];
  today: string;
  actions: RowActions;
}) {
  const { t } = useTranslation();
  const kinds = resourceKinds.filter((kind) => resources.some((one) => one.kind === kind));
  return kinds.map((kind) => (
    <section className="stack-small" key={kind} aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`} className="resource-kind">
        <Pictogram name={resourcePictograms[kind]} size="large" />
        {t(`local.kind.${kind}`)}
      </h2>
      <ul className="resources">
        {resources
          .filter((one) => one.kind === kind)
          .map((resource) => (
            <Row key={resource.id} resource={resource} today={today} actions={actions} />
          ))}
      </ul>
    </section>
  ));
}
