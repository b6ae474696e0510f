import OpenAI from 'openai';
import { question, tell } from './ways.mjs';

const client = new OpenAI({ maxRetries: 0 });
await tell(async () => (await client.chat.completions.create(question)).choices[0].message.content);
