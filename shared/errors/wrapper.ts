/** What printed a text: SDK, language, framework, proxy, each by the first sign that fits. */
import { NO_WRAPPER, type Wrapper } from './reading';

type Signs = readonly (readonly [string, RegExp])[];

const SDKS: Signs = [
  ['anthropic', /\banthropic\.\w+Error|@anthropic-ai\/sdk/],
  ['openai-python-0', /\bopenai\.error\.\w+|api_requestor\.py/],
  ['openai-python', /\bopenai\.\w+(?:Error|Exception)|site-packages[/\\]openai\b|Error code: \d{3} - \{/],
  ['openai-dotnet', /ClientResultException|OpenAI\.\w+\.\w+Client|HTTP \d{3} \(\w+: \w+\)/],
  ['openai-go', /openai-go|map\[code:|github\.com\/(?:openai|sashabaranov)/],
  ['openai-java', /com\.openai\.|theokanning|com\.azure\.ai\.openai/],
  ['openai-ruby', /OpenAI::(?:Errors|Error)|Faraday::/],
  ['openai-php', /OpenAI\\Exceptions|openai-php|GuzzleHttp/],
  ['openai-rust', /async-openai|async_openai|reqwest::Error|error sending request for url/],
  ['openai-node', /APIError\.generate|makeStatusError|node_modules\/openai\b|OpenAIError:|\[Error\]: \d{3} /],
];

const LANGUAGES: Signs = [
  [
    'python',
    /Traceback \(most recent call last\)|\bFile "[^"\n]{1,300}", line \d+|: None[,}]|\.py\b|Error code: \d{3} - \{|<(?:Client)?Response ?[[(]/,
  ],
  [
    'dotnet',
    /\bat [\w.]{1,120}\([^)\n]{0,200}\) in [^\n]{1,200}\.cs:line|System\.\w+Exception|ClientResultException/,
  ],
  [
    'java',
    /\bat [\w.$]{1,120}\([\w$]{1,60}\.(?:java|kt):\d+\)|\bjava\.\w+\.|Exception in thread|\((?:GET|POST) https?:[^\s)]{1,200}\) [45]\d\d\b/,
  ],
  ['go', /\bmap\[\w+:|goroutine \d+|\bdial tcp\b|\.go:\d+/],
  ['ruby', /\.rb:\d+:in |Faraday::|OpenAI::|#<Net::HTTP|HTTParty/],
  ['php', /\.php(?:\(\d+\)|:\d+)|GuzzleHttp|PHP Fatal/],
  ['rust', /\bErr\(|panicked at|\.rs:\d+/],
  [
    'javascript',
    /node_modules|\bat (?:async )?[^\n]{1,200}\.[cm]?[jt]sx?:\d|node:internal|TypeError:|\bSymbol\(\w/,
  ],
  [
    'shell',
    /(?:^|\n)\S{0,60}[$%#] ?curl\b|\bcurl: \(\d+\)|(?:^|\n)curl |(?:^|\n)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ERROR \d{3}: /,
  ],
  ['perl', /\bat \S{1,200}\.p[lm] line \d+|\bHTTP::(?:Tiny|Response)\b/],
  ['r', /\bhttr2?::|Execution halted|^Response \[https?:/m],
  ['powershell', /Invoke-RestMethod|\.ps1:\d+/],
];

const FRAMEWORKS: Signs = [
  ['litellm', /\blitellm\b|OpenAIException/i],
  ['langchain', /langchain|langgraph/i],
  ['llamaindex', /llama_?index/i],
  ['vercel-ai-sdk', /AI_APICallError|AI_LoadAPIKeyError|AI_RetryError|@ai-sdk\//],
  ['spring-ai', /springframework\.ai/],
  ['crewai', /\bcrewai\b/i],
  ['autogen', /\bautogen\b/i],
  ['pydantic-ai', /pydantic_ai/],
  ['codex', /\bcodex\b|stream disconnected before completion|exceeded retry limit, last status/i],
  ['claude-code', /claude-code|claude code|\bAPI Error: \d{3}/i],
  ['cursor', /\bcursor\b[^\n]{0,40}(?:error|api|model)/i],
  ['continue', /\*\*Error Details\*\*|continue\.dev|continue-proxy/],
  ['aider', /\baider\b/i],
  ['dify', /\bdify\b|PluginInvokeError/i],
  ['librechat', /\blibrechat\b/i],
  ['livekit', /\blivekit\b/i],
  ['semantic-kernel', /semantic[_ -]?kernel/i],
  ['haystack', /\bhaystack\b/i],
  ['n8n', /\bn8n\b/i],
];

const PROXIES: Signs = [
  ['cloudflare', /cloudflare|cf-ray|cf_chl|challenge-platform/i],
  ['openrouter', /openrouter\.ai/i],
  ['new-api', /new_api_error|one_api_error|无可用渠道/],
  ['litellm-proxy', /LiteLLM Virtual Key|litellm[_ -]proxy/i],
  ['zscaler', /zscaler/i],
  ['nginx', /<center>nginx|nginx\/\d/i],
];

function first(signs: Signs, text: string): string | null {
  return signs.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

export function wrapperOf(text: string): Wrapper {
  const head = text.slice(0, 20_000);
  return {
    ...NO_WRAPPER,
    sdk: first(SDKS, head),
    language: first(LANGUAGES, head),
    framework: first(FRAMEWORKS, head),
    proxy: first(PROXIES, head),
  };
}
