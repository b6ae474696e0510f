import type { ProbeSender } from '../probes/prober';

/**
 * Searches the lists of models that come back before anything is done with them. The record of an answer is written in one
 * step, and searching a list of megabytes within that step would hold the main process for a second or more.
 */
export function cleanLists(sender: ProbeSender, toStore: <T>(value: T) => Promise<T>): ProbeSender {
  return {
    send: async (target, call) => {
      const answer = await sender.send(target, call);
      if (answer.kind !== 'success' || answer.models === null) return answer;
      return { ...answer, models: await toStore(answer.models) };
    },
  };
}
