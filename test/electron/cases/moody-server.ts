/** A server whose mind about one model changes from answer to answer. */
import { text } from 'node:stream/consumers';
import { type HostileServer, startHostileServer } from '../../support/hostile-server';

export const PROJECT = 'proj_Practice1';
export const MODEL = 'gpt-5.5';
/** The model that free tests are compared with: the key does not list it, and is refused it. */
const CONTROL = 'gpt-5.2';

type Mood = 'refused' | 'open' | 'silent' | 'busy';

export interface MoodyServer extends Pick<HostileServer, 'baseUrl' | 'requests' | 'close'> {
  /** What it says about the model, answer by answer; the last one stays. */
  moods: Mood[];
}

export async function startMoodyServer(): Promise<MoodyServer> {
  const { behave, ...server } = await startHostileServer();
  const moody: MoodyServer = { ...server, moods: ['refused'] };
  behave(async (request, response) => {
    if (request.url === '/v1/models') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'gpt-5.4-mini' }] }));
      return;
    }
    const { moods } = moody;
    const isControl = (await text(request)).includes(CONTROL);
    const mood = isControl ? 'refused' : moods.length > 1 ? moods.shift() : moods[0];
    if (mood === 'silent') return;
    const [status, error] = ANSWERS[mood === 'open' ? 'open' : mood === 'busy' ? 'busy' : 'refused'];
    response.writeHead(status, {
      'content-type': 'application/json',
      'openai-project': PROJECT,
      ...(mood === 'busy' ? { 'retry-after': '40' } : {}),
    });
    response.end(JSON.stringify({ error }));
  });
  return moody;
}

const ANSWERS = {
  refused: [
    403,
    {
      message: `Project \`${PROJECT}\` does not have access to model \`${MODEL}\``,
      type: 'invalid_request_error',
      param: null,
      code: 'model_not_found',
    },
  ],
  open: [
    400,
    {
      message:
        "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 1 instead.",
      type: 'invalid_request_error',
      param: 'max_output_tokens',
      code: 'integer_below_min_value',
    },
  ],
  busy: [
    429,
    {
      message: 'Rate limit reached for requests',
      type: 'requests',
      param: null,
      code: 'rate_limit_exceeded',
    },
  ],
} as const;
