import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalResource, PatientResource } from '../../../electron/contract/local-resource.ts';
import { resourceKinds, type OptionalField } from '../../../electron/contract/resource-fields.ts';
import { resourcePictograms } from '../../lib/resource-pictograms.ts';
import { useFigures } from '../../lib/use-figures.ts';
import { Pictogram } from '../pictogram/pictogram.tsx';

/** After the phone, in the order in which a person who goes there needs them. */
const details: { field: Exclude<OptionalField, 'phone'>; label: string; pictogram: string }[] = [
  { field: 'address', label: 'local.address', pictogram: 'map-pin' },
  { field: 'hours', label: 'local.hours', pictogram: 'calendar' },
  { field: 'cost', label: 'local.cost', pictogram: 'money' },
  { field: 'languages', label: 'local.languages', pictogram: 'language' },
  { field: 'notes', label: 'local.notes', pictogram: 'note' },
];

/** Phone and all else that is known of a place. What staff typed keeps its own direction. */
export function ResourceDetails({ resource }: { resource: LocalResource }) {
  const { t } = useTranslation();
  const given = details.filter(({ field }) => resource[field]);
  return (
    <>
      {resource.phone ? (
        <p className="resource-phone">
          <Pictogram name="phone" />
          <span className="visually-hidden">{t('local.phone')}</span>
          <bdi dir="ltr">{resource.phone}</bdi>
        </p>
      ) : null}
      {given.length > 0 ? (
        <dl className="resource-details">
          {given.map(({ field, label, pictogram }) => (
            <div key={field} data-field={field}>
              <dt className="quiet">
                <Pictogram name={pictogram} />
                {t(label)}
              </dt>
              <dd>
                <bdi>{resource[field]}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

function ResourceCard({ resource }: { resource: PatientResource }) {
  const { t } = useTranslation();
  const { day } = useFigures();
  return (
    <li className="resource stack-small">
      <h4>
        <bdi>{resource.name}</bdi>
      </h4>
      {resource.age === 'old' ? (
        <p className="resource-old">
          <Pictogram name="warning" />
          {resource.phone ? t('local.old') : t('local.old.no-phone')}
        </p>
      ) : null}
      <ResourceDetails resource={resource} />
      <p className="quiet">{t('local.checked', { date: day(resource.lastChecked) })}</p>
    </li>
  );
}

/** The clinic's own list, grouped by kind. Draws nothing when there is none. `isRest`: it goes on from one above. */
export function LocalResources({
  resources,
  isRest = false,
}: {
  resources: PatientResource[];
  isRest?: boolean;
}) {
  const { t } = useTranslation();
  const title = useId();
  if (resources.length === 0) return null;
  const kinds = resourceKinds.filter((kind) => resources.some((one) => one.kind === kind));
  return (
    <section
      className="stack local-resources"
      {...(isRest ? { 'aria-label': t('local.title') } : { 'aria-labelledby': title })}
    >
      {isRest ? null : (
        <div className="stack-small">
          <h2 id={title}>{t('local.title')}</h2>
          <p className="lead">{t('local.lead')}</p>
        </div>
      )}
      {kinds.map((kind) => (
        <section className="stack-small" key={kind} aria-labelledby={`${title}-${kind}`}>
          <h3 id={`${title}-${kind}`} className="resource-kind">
            <Pictogram name={resourcePictograms[kind]} size="large" />
            {t(`local.kind.${kind}`)}
          </h3>
          <ul className="resources">
            {resources
              .filter((one) => one.kind === kind)
              .map((resource) => (
                <ResourceCard key={resource.name} resource={resource} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
