import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { model, tell } from './ways.mjs';

await tell(async () => (await generateText({ model: openai.chat(model), prompt: 'Hello' })).text, {
  body: (error) => console.error((error.lastError ?? error).responseBody),
});
