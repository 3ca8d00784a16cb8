// Writes a share as a column of a table.

/** "12.3 %", nine characters wide. */
export const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`.padStart(9);
