import fetch from 'node-fetch';
import { headers, question, tell, url } from './ways.mjs';

const ask = async () => {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(question) });
  if (!response.ok) throw Object.assign(new Error(`HTTP error! status: ${response.status}`), { response });
  return (await response.json()).choices[0].message.content;
};

await tell(ask, {
  response: ({ response }) => console.log(response),
  body: async ({ response }) => console.error(await response.text()),
});
