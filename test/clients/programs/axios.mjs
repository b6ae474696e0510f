import axios from 'axios';
import { headers, question, tell, url } from './ways.mjs';

await tell(async () => (await axios.post(url, question, { headers })).data.choices[0].message.content, {
  body: (error) => console.error(error.response.data),
  pair: (error) => console.error(error.response.status, JSON.stringify(error.response.data)),
});
