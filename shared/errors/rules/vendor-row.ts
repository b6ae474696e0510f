/** The form that all rows of other services share. */
import type { Row } from '../row';

export function vendorRow(
  vendor: string,
  row: Pick<Row, 'samples' | 'source'> &
    Partial<Pick<Row, 'says' | 'codes' | 'strength' | 'needsService' | 'id'>>,
): Row {
  return {
    id: `vendor-${vendor}`,
    cause: 'other_vendor',
    confidence: 'certain',
    strength: 'sentence',
    vendor,
    ...row,
  };
}
