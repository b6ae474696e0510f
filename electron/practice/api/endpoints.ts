/** The endpoints of the practice API: which models they take and what they find wrong with a request. */
import { type Family, familyOf } from '../../../shared/models/families';
import type { PracticeModel } from '../catalogue';
import * as refuse from './refusals';

/** What the practice looks at in a request; everything else in it is passed over. */
export type ParameterName =
  | 'model'
  | 'input'
  | 'messages'
  | 'modalities'
  | 'prompt'
  | 'file'
  | 'voice'
  | 'speed'
  | 'size'
  | 'n'
  | 'stream'
  | 'encoding_format'
  | 'mode'
  | 'model_ids'
  | 'max_output_tokens'
  | 'max_completion_tokens'
  | 'max_tokens';
export type Parameters = { readonly [Name in ParameterName]?: unknown };

export interface Endpoint {
  readonly families: readonly Family[];
  /** The refusal for a model of another family. */
  readonly unfit: (model: PracticeModel) => refuse.ApiRefusal;
  /** The first thing wrong with the request; null where nothing is. */
  readonly check: (parameters: Parameters, model: PracticeModel) => refuse.ApiRefusal | null;
}

/** The smallest output budget of the Responses endpoint (API description: minimum 16). */
const MIN_OUTPUT_TOKENS = 16;

/** The slowest speech (API description: minimum 0.25). */
const MIN_SPEED = 0.25;

const IMAGE_SIZES = ['1024x1024', '1024x1536', '1536x1024', 'auto'];
const VOICES = [
  'alloy',
  'ash',
  'ballad',
  'coral',
  'echo',
  'fable',
  'nova',
  'onyx',
  'sage',
  'shimmer',
  'verse',
];

export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['/responses', { families: ['general', 'responses_only'], unfit: unfitForResponses, check: checkResponse }],
  [
    '/responses/input_tokens',
    { families: ['general', 'responses_only'], unfit: unfitForResponses, check: checkInput },
  ],
  ['/chat/completions', { families: ['general', 'chat_only'], unfit: unfitForChat, check: checkChat }],
  ['/embeddings', { families: ['embeddings'], unfit: refuse.mayNotEmbed, check: checkInput }],
  ['/images/generations', { families: ['image'], unfit: unfitValue(['gpt-image-2']), check: checkImage }],
  ['/audio/speech', { families: ['speech'], unfit: unfitValue(['gpt-4o-mini-tts']), check: checkSpeech }],
  [
    '/audio/transcriptions',
    {
      families: ['transcription'],
      unfit: unfitValue(['gpt-4o-transcribe']),
      check: (parameters) => required(parameters, 'file'),
    },
  ],
  [
    '/moderations',
    { families: ['moderation'], unfit: unfitValue(['omni-moderation-latest']), check: checkInput },
  ],
] satisfies readonly (readonly [string, Endpoint])[]);

function unfitValue(supported: readonly string[]): Endpoint['unfit'] {
  return (model) => refuse.valueInvalid('model', model.id, supported);
}

function unfitForResponses(model: PracticeModel): refuse.ApiRefusal {
  return familyOf(model.id) === 'chat_only' ? refuse.notInResponses(model.id) : refuse.mayNotSample();
}

function unfitForChat(model: PracticeModel): refuse.ApiRefusal {
  return familyOf(model.id) === 'responses_only' ? refuse.onlyInResponses() : refuse.notAChatModel();
}

function required(parameters: Parameters, name: ParameterName): refuse.ApiRefusal | null {
  return parameters[name] === undefined ? refuse.parameterMissing(name) : null;
}

function filled(parameters: Parameters, name: ParameterName): refuse.ApiRefusal | null {
  const value = parameters[name];
  if (value === undefined) return refuse.parameterMissing(name);
  if (value === '') return refuse.textEmpty(name);
  return Array.isArray(value) && value.length === 0 ? refuse.arrayEmpty(name) : null;
}

function atLeast(parameters: Parameters, name: ParameterName, minimum: number): refuse.ApiRefusal | null {
  const value = parameters[name];
  return typeof value === 'number' && value < minimum ? refuse.integerTooSmall(name, minimum, value) : null;
}

function oneOf(
  parameters: Parameters,
  name: ParameterName,
  supported: readonly string[],
): refuse.ApiRefusal | null {
  const value = parameters[name];
  if (typeof value !== 'string' || supported.includes(value)) return null;
  return refuse.valueInvalid(name, value, supported);
}

function whole(parameters: Parameters): refuse.ApiRefusal | null {
  return parameters.stream === true ? refuse.streamingLeftOut() : null;
}

function checkInput(parameters: Parameters): refuse.ApiRefusal | null {
  return filled(parameters, 'input');
}

function checkResponse(parameters: Parameters): refuse.ApiRefusal | null {
  return (
    filled(parameters, 'input') ??
    atLeast(parameters, 'max_output_tokens', MIN_OUTPUT_TOKENS) ??
    whole(parameters)
  );
}

function isMute({ modalities }: Parameters, model: PracticeModel): boolean {
  return model.id.startsWith('gpt-audio') && !(Array.isArray(modalities) && modalities.includes('audio'));
}

function checkChat(parameters: Parameters, model: PracticeModel): refuse.ApiRefusal | null {
  const oldName = model.reasoning && parameters.max_tokens !== undefined;
  return (
    filled(parameters, 'messages') ??
    (isMute(parameters, model) ? refuse.soundMissing() : null) ??
    (oldName ? refuse.parameterUnsupported('max_tokens', 'max_completion_tokens') : null) ??
    atLeast(parameters, 'max_completion_tokens', 1) ??
    atLeast(parameters, 'max_tokens', 1) ??
    whole(parameters)
  );
}

function checkImage(parameters: Parameters): refuse.ApiRefusal | null {
  return (
    filled(parameters, 'prompt') ??
    oneOf(parameters, 'size', IMAGE_SIZES) ??
    atLeast(parameters, 'n', 1) ??
    whole(parameters)
  );
}

function checkSpeech(parameters: Parameters): refuse.ApiRefusal | null {
  return (
    required(parameters, 'input') ??
    required(parameters, 'voice') ??
    oneOf(parameters, 'voice', VOICES) ??
    slowEnough(parameters)
  );
}

function slowEnough({ speed }: Parameters): refuse.ApiRefusal | null {
  return typeof speed === 'number' && speed < MIN_SPEED
    ? refuse.decimalTooSmall('speed', MIN_SPEED, speed)
    : null;
}
