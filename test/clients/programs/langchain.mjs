import { ChatOpenAI } from '@langchain/openai';
import { model, tell } from './ways.mjs';

const chat = new ChatOpenAI({ model, maxRetries: 0, configuration: { baseURL: process.env.OPENAI_BASE_URL } });
await tell(async () => (await chat.invoke('Hello')).content);
