import { useTranslation } from 'react-i18next';
import type { FileProblem, RowProblem } from '../../../../electron/contract/local-resource.ts';
import { csvLimits } from '../../../../electron/contract/resource-fields.ts';
import type { FileTrouble } from '../../../lib/read-text-file.ts';
import { useFigures } from '../../../lib/use-figures.ts';

/** What spreadsheet programs call the format in their list of file types. */
export const csvFormat = 'CSV UTF-8';

/** Sentences for what is wrong with a file or a row, each with what to do. */
export function useImportWords(): {
  file: (problem: FileProblem | FileTrouble) => string;
  row: (problem: RowProblem) => string;
} {
  const { t } = useTranslation();
  const { number } = useFigures();
  const file = (problem: FileProblem | FileTrouble) => {
    const { code, line, detail } =
      typeof problem === 'string' ? { code: problem, line: 0, detail: '' } : problem;
    const limit = code === 'too-large' ? csvLimits.bytes / 1024 / 1024 : csvLimits.rows;
    return t(`local-import.file.${code}`, {
      line: number(line),
      number: number(limit),
      column: detail,
      format: csvFormat,
    });
  };
  const row = ({ code, number: value }: RowProblem) =>
    t(`local-import.row.${code}`, { number: number(value), example: '2026-11-24' });
  return { file, row };
}
