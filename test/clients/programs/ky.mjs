import ky from 'ky';
import { headers, question, tell, url } from './ways.mjs';

await tell(async () => (await ky.post(url, { headers, json: question }).json()).choices[0].message.content, {
  body: async (error) => console.error(error.data ?? (await error.response.text())),
});
