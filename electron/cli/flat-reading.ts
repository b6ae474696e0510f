/** One reading as one flat JSON object, in the stable words that programs rely on. */

import { readError } from '../../shared/errors/read-error';
import type { Reading } from '../../shared/errors/reading';
import { isUnderstood } from '../../shared/errors/rules/fallback';
import { layerOf } from '../../shared/observations/layers';

export type FlatReading = Readonly<Record<string, unknown>>;

export function explain(text: string): FlatReading {
  return flatReading(readError(text));
}

export function flatReading(reading: Reading): FlatReading {
  const { facts } = reading;
  return {
    cause: reading.cause,
    layer: layerOf(reading),
    confidence: reading.confidence,
    understood: isUnderstood(reading),
    model: facts.model,
    model_truncated: facts.modelTruncated,
    project: facts.project,
    organization: facts.organization,
    request_id: facts.requestId,
    http_status: facts.httpStatus,
    code: facts.code,
    type: facts.type,
    param: facts.param,
    missing_scopes: facts.missingScopes,
    retry_after_seconds: facts.retryAfterSeconds,
    limit: facts.limit,
    host: facts.host,
    endpoint: facts.endpoint,
    further_models: facts.furtherModels,
    further_projects: facts.furtherProjects,
    vendor: reading.vendor,
    wrapper: reading.wrapper,
    rule: reading.rule,
    sentence: reading.sentence,
    needed: reading.needed,
  };
}
