import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../../../electron/contract/local-resource.ts';
import { useFigures } from '../../../lib/use-figures.ts';
import { useImportWords } from './import-words.ts';

function Problems({ problems }: { problems: Preview['problems'] }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const words = useImportWords();
  return (
    <section className="stack-small">
      <h2>{t('local-import.bad', { number: number(problems.length) })}</h2>
      <p>{t('local-import.bad.words')}</p>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{t('local-import.line')}</th>
            <th scope="col">{t('local-import.column')}</th>
            <th scope="col">{t('local-import.what')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={problem.line}>
              <th scope="row">{number(problem.line)}</th>
              <td>{problem.column ? <code dir="ltr">{problem.column}</code> : ''}</td>
              <td>{words.row(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What an import would do: rows with a problem first, then every good row with its day written out. */
export function ImportPreview({ preview: { problems, rows } }: { preview: Preview }) {
  const { t } = useTranslation();
  const { day, number } = useFigures();
  return (
    <>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {rows.length > 0 ? (
        <section className="stack-small">
          <h2>{t('local-import.good', { number: number(rows.length) })}</h2>
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">{t('local-import.line')}</th>
                <th scope="col">{t('local-staff.form.kind')}</th>
                <th scope="col">{t('local-import.place')}</th>
                <th scope="col">{t('local-staff.form.checked')}</th>
                <th scope="col">{t('local-import.effect')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.line}>
                  <th scope="row">{number(row.line)}</th>
                  <td>{t(`local.kind.${row.kind}`)}</td>
                  <td>
                    <bdi>{row.name}</bdi>
                  </td>
                  <td>{day(row.lastChecked)}</td>
                  <td>{t(`local-import.effect.${row.effect}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
