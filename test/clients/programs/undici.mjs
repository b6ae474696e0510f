import { Agent, interceptors, request } from 'undici';
import { headers, question, tell, url } from './ways.mjs';

const dispatcher = new Agent().compose(interceptors.responseError());
const options = { method: 'POST', headers, body: JSON.stringify(question) };
await tell(async () => (await (await request(url, { ...options, dispatcher })).body.json()).choices[0].message.content, {
  body: async () => {
    const { statusCode, body } = await request(url, options);
    console.error(statusCode, await body.text());
  },
});
