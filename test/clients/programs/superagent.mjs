import superagent from 'superagent';
import { headers, question, tell, url } from './ways.mjs';

await tell(async () => (await superagent.post(url).set(headers).send(question)).body.choices[0].message.content, {
  body: (error) => console.error(error.response.body),
  pair: (error) => console.error(error.status, error.response.text),
});
