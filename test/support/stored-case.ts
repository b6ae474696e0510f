import type { StoredCase } from '../../electron/store/case-store';
import { WIZARD_START } from '../../shared/wizard/wizard';

/** A case that nothing happened in yet, last changed at this ISO moment. */
export function storedCase(id: string, updatedAt: string): StoredCase {
  return {
    id,
    createdAt: updatedAt,
    updatedAt,
    text: null,
    keyId: null,
    model: null,
    evidence: [],
    wizard: WIZARD_START,
    watch: null,
    name: null,
    isPinned: false,
  };
}
