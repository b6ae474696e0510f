import type { Environment } from '../../electron/base/environment';
import { Checker, type CheckerDeps } from '../../electron/probes/checker';
import type { ProbeSender } from '../../electron/probes/prober';
import { RequestQueue } from '../../electron/probes/request-queue';
import { DEFAULT_PROBING } from '../../shared/matrix/views';

/** A checker, with a queue of its own unless told. */
export function checkerOn(
  prober: ProbeSender,
  environment: Environment,
  record: CheckerDeps['record'],
  keys: CheckerDeps['keys'],
  queue = new RequestQueue(environment, DEFAULT_PROBING),
): Checker {
  return new Checker({ prober, queue, environment, record, keys });
}
