import { headers, question, tell, url } from './ways.mjs';

const send = () => fetch(url, { method: 'POST', headers, body: JSON.stringify(question) });

const ask = async () => {
  const response = await send();
  if (!response.ok) throw Object.assign(new Error(`OpenAI request failed: ${response.status} ${response.statusText}`), { response });
  return (await response.json()).choices[0].message.content;
};

await tell(ask, {
  response: ({ response }) => console.log(response),
  body: async ({ response }) => console.error(response.status, await response.text()),
  data: async ({ response }) => console.log(await response.json().catch(String)),
  unchecked: async ({ response }) => console.log((await response.json()).choices[0].message.content),
});
