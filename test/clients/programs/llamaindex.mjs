import { OpenAI } from '@llamaindex/openai';
import { model, question, tell } from './ways.mjs';

const llm = new OpenAI({ model, maxRetries: 0, baseURL: process.env.OPENAI_BASE_URL });
await tell(async () => (await llm.chat({ messages: question.messages })).message.content);
