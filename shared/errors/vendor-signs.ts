/** Signs in a text that another service than OpenAI answered: addresses, names of SDK classes, providers. */
import type { Clean } from './clean';

export interface VendorSign {
  readonly vendor: string;
  readonly start: number;
  readonly end: number;
}

interface VendorNames {
  readonly vendor: string;
  /** Parts of host names, as regular expressions. */
  readonly hosts: readonly string[];
  /** Names of SDKs, modules, providers and prefixes of exception classes. */
  readonly names: readonly string[];
  /** Words of which one stands in every text with a sign of this vendor, besides the names; in lower case. */
  readonly hints?: readonly string[];
  /** Spellings that are enough wherever they stand. */
  readonly words?: readonly string[];
}

/** Hosts and names as of 2026-11 (each service's documentation, and the exception classes of litellm and langchain). */
const VENDORS: readonly VendorNames[] = [
  {
    vendor: 'azure',
    hosts: [
      String.raw`openai\.azure\.com`,
      String.raw`cognitiveservices\.azure\.com`,
      String.raw`services\.ai\.azure\.com`,
      String.raw`azure-api\.net`,
    ],
    names: ['azure', 'azure_openai', 'azure-openai', 'azureopenai', 'azure_ai'],
    words: [
      'AzureOpenAI(?:Error)?',
      'AzureChatOpenAI',
      'Azure OpenAI (?:error|request|API error|call)',
      'Azure\\.RequestFailedException',
    ],
  },
  {
    vendor: 'anthropic',
    // The first letter is lost where a line of a traceback was selected badly.
    hints: ['nthropic'],
    hosts: [String.raw`api\.anthropic\.com`, String.raw`(?:docs|console)\.anthropic\.com`],
    names: ['anthropic', 'claude'],
    words: ['nthropic\\.\\w+Error', '@anthropic-ai/sdk', 'from anthropic\\b'],
  },
  {
    vendor: 'google',
    hints: ['generativelanguage', 'aiplatform', 'cloudcode'],
    hosts: [
      String.raw`generativelanguage\.googleapis\.com`,
      String.raw`aiplatform\.googleapis\.com`,
      String.raw`cloudcode-pa\.googleapis\.com`,
      String.raw`ai\.google\.dev`,
    ],
    names: [
      'google',
      'gemini',
      'vertexai',
      'vertex_ai',
      'vertex_ai_beta',
      'google_genai',
      'google-gemini',
      'vertex',
    ],
    words: [
      'GoogleGenerativeAI',
      'google\\.genai\\.errors',
      'google\\.api_core\\.exceptions',
      'ChatGoogleGenerativeAIError',
      '@google/genai',
      'type\\.googleapis\\.com/google\\.rpc.{0,400}(?:gemini|generativelanguage)',
    ],
  },
  { vendor: 'groq', hosts: [String.raw`api\.groq\.com`, String.raw`console\.groq\.com`], names: ['groq'] },
  {
    vendor: 'mistral',
    hosts: [
      String.raw`api\.mistral\.ai`,
      String.raw`codestral\.mistral\.ai`,
      String.raw`console\.mistral\.ai`,
    ],
    names: ['mistral', 'mistralai', 'codestral'],
  },
  {
    vendor: 'deepseek',
    hosts: [String.raw`api\.deepseek\.com`, String.raw`platform\.deepseek\.com`],
    names: ['deepseek'],
  },
  {
    vendor: 'together',
    hosts: [String.raw`api\.together\.(?:xyz|ai)`],
    names: ['together', 'together_ai', 'togetherai'],
  },
  { vendor: 'openrouter', hosts: [String.raw`openrouter\.ai`], names: ['openrouter'] },
  {
    vendor: 'ollama',
    hints: ['11434'],
    hosts: [
      String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal|ollama):11434`,
      String.raw`registry\.ollama\.ai`,
      String.raw`ollama\.com`,
    ],
    names: ['ollama'],
    words: ['ollama\\._types'],
  },
  {
    vendor: 'xai',
    hints: ['x.ai'],
    hosts: [String.raw`api\.x\.ai`, String.raw`console\.x\.ai`],
    names: ['xai', 'x-ai', 'grok'],
  },
  {
    vendor: 'github',
    hints: ['models.inference'],
    hosts: [
      String.raw`models\.github\.ai`,
      String.raw`models\.inference\.ai\.azure\.com`,
      String.raw`githubcopilot\.com`,
      String.raw`api\.github\.com/copilot`,
    ],
    names: ['github', 'github_copilot', 'copilot', 'github-models'],
    words: ['GitHub Models', 'GitHub Copilot(?: Chat)? (?:error|request|API)', 'Copilot Request id'],
  },
  { vendor: 'cohere', hosts: [String.raw`api\.cohere\.(?:ai|com)`], names: ['cohere'] },
  { vendor: 'perplexity', hosts: [String.raw`api\.perplexity\.ai`], names: ['perplexity'] },
  { vendor: 'huggingface', hosts: [String.raw`huggingface\.co`], names: ['huggingface'] },
  {
    vendor: 'bedrock',
    hints: ['invokemodel', 'converse'],
    hosts: [String.raw`bedrock-runtime[\w.-]*\.amazonaws\.com`],
    names: ['bedrock', 'sagemaker'],
    words: ['InvokeModel(?:WithResponseStream)?:? operation', 'Converse(?:Stream)?:? operation'],
  },
  { vendor: 'fireworks', hosts: [String.raw`api\.fireworks\.ai`], names: ['fireworks', 'fireworks_ai'] },
  { vendor: 'cerebras', hosts: [String.raw`api\.cerebras\.ai`], names: ['cerebras'] },
  {
    vendor: 'nvidia',
    hosts: [String.raw`integrate\.api\.nvidia\.com`],
    names: ['nvidia', 'nvidia_nim', 'nvidianim'],
  },
  {
    vendor: 'alibaba',
    hosts: [String.raw`dashscope(?:-intl)?\.aliyuncs\.com`],
    names: ['dashscope', 'tongyi', 'qwen'],
  },
  { vendor: 'moonshot', hosts: [String.raw`api\.moonshot\.(?:cn|ai)`], names: ['moonshot', 'kimi'] },
  {
    vendor: 'zhipu',
    hints: ['bigmodel', 'z.ai'],
    hosts: [String.raw`open\.bigmodel\.cn`, String.raw`api\.z\.ai`],
    names: ['zhipu', 'zhipuai', 'zai'],
  },
  { vendor: 'siliconflow', hosts: [String.raw`api\.siliconflow\.(?:cn|com)`], names: ['siliconflow'] },
  {
    vendor: 'volcengine',
    hints: ['volces'],
    hosts: [String.raw`ark\.[\w-]+\.volces\.com`],
    names: ['volcengine', 'doubao'],
  },
  { vendor: 'baidu', hosts: [String.raw`qianfan\.baidubce\.com`], names: ['qianfan', 'baidu', 'ernie'] },
  {
    vendor: 'minimax',
    hosts: [String.raw`api\.minimax\.(?:chat|io)`, String.raw`api\.minimaxi\.com`],
    names: ['minimax'],
  },
  {
    vendor: 'portkey',
    hosts: [String.raw`api\.portkey\.ai`],
    names: ['portkey'],
    words: ['Portkey Error'],
  },
  {
    vendor: 'lmstudio',
    hints: [':1234'],
    hosts: [String.raw`(?:localhost|127\.0\.0\.1):1234`],
    names: ['lmstudio', 'lm_studio'],
  },
  {
    vendor: 'textgen',
    hosts: [],
    names: ['textgen', 'text-generation-webui'],
    hints: ['text-generation-webui'],
    words: ['text-generation-webui/(?:modules|server|extensions)'],
  },
  { vendor: 'replicate', hosts: [String.raw`(?:api\.)?replicate\.com`], names: ['replicate'] },
  { vendor: 'deepinfra', hosts: [String.raw`api\.deepinfra\.com`], names: ['deepinfra'] },
  { vendor: 'novita', hosts: [String.raw`api\.novita\.ai`], names: ['novita', 'novitaai'] },
  { vendor: 'sambanova', hosts: [String.raw`api\.sambanova\.ai`], names: ['sambanova'] },
  { vendor: 'hyperbolic', hosts: [String.raw`api\.hyperbolic\.xyz`], names: ['hyperbolic'] },
  { vendor: 'ai21', hosts: [String.raw`api\.ai21\.com`], names: ['ai21'] },
  { vendor: 'voyage', hosts: [String.raw`api\.voyageai\.com`], names: ['voyageai', 'voyage'] },
  {
    vendor: 'vercel',
    hints: ['gateway'],
    hosts: [String.raw`ai-gateway\.vercel\.sh`],
    names: [],
    words: ['GatewayModelNotFoundError', 'GatewayAuthenticationError', 'GatewayInternalServerError'],
  },
];

interface VendorPattern {
  readonly vendor: string;
  readonly hints: readonly string[];
  readonly pattern: RegExp;
}

const PATTERNS: readonly VendorPattern[] = VENDORS.map(
  ({ vendor, hosts, names, hints = [], words = [] }) => ({
    vendor,
    hints: [...names, ...hints],
    pattern: new RegExp(
      [...hosts.map((host) => String.raw`(?<![\w-])${host}`), ...nameForms(names), ...words].join('|'),
      'i',
    ),
  }),
);

/** A name counts where it is the class, the provider or the module that raised the error, not in a path or a list. */
function nameForms(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const any = `(?:${names.join('|')})`;
  return [
    String.raw`(?<![\w/.-])${any}(?:\.[a-z_]+){0,3}\.[A-Z]\w{2,40}(?:Error|Exception)`,
    String.raw`(?<!\w)${any}(?:_?ai)?(?:Api|Http)?(?:Exception|Error)(?!\w)`,
    String.raw`provider(?:[_ ]?name)?["'*\x60]{0,3}\s?[:=]\s?["'*\x60]{0,3}${any}(?!\w)`,
    `\\[${any}\\]`,
    String.raw`(?<![\w/])langchain[_-]${any}(?:\.\w+){0,3}\.\w+(?:Error|Exception)`,
    String.raw`(?<![\w/])${any} api (?:error|returned|request failed|call failed|key)`,
    String.raw`(?:model|litellm_params)["']?\s?[=:]\s?["']?${any}/[\w.-]`,
    `(?:calling|from|by|request to|response from|error from) ${any} (?:api|failed|returned|model)`,
  ];
}

/** Signs of another service near the place of an error (indices into the cleaned text), in order of position. */
export function vendorSigns(clean: Clean, start: number, end: number): readonly VendorSign[] {
  const from = Math.max(0, start - 3000);
  const slice = clean.text.slice(from, end + 1500);
  const lower = slice.toLowerCase();
  const signs = PATTERNS.flatMap(({ vendor, hints, pattern }): readonly VendorSign[] => {
    if (!hints.some((hint) => lower.includes(hint))) return [];
    const match = pattern.exec(slice);
    return match === null
      ? []
      : [{ vendor, start: from + match.index, end: from + match.index + match[0].length }];
  });
  return signs.sort((a, b) => a.start - b.start);
}
