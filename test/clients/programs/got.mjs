import got from 'got';
import { headers, question, tell, url } from './ways.mjs';

await tell(async () => (await got.post(url, { headers, json: question }).json()).choices[0].message.content, {
  body: (error) => console.error(error.response.body),
});
