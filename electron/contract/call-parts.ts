/** What several calls take. */
import { z } from 'zod';

export const language = z.string().max(35);
/** Given by `staff.unlock`, held by the page in memory, ended by `staff.lock` or ten quiet minutes. */
export const session = z.string().max(64);
/** Stands for a folder, printer or job that the page may choose but never names itself. */
export const token = z.string().max(64);
