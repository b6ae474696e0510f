/** How a first script tells of a failure: not at all, or with one line in its catch. */
const PRINT = {
  object: (error) => console.error(error),
  message: (error) => console.error(error.message),
  text: (error) => console.error(`Error: ${error}`),
  json: (error) => console.error(JSON.stringify(error, null, 2)),
};

export async function tell(ask, more = {}) {
  const way = process.argv[2];
  if (way === 'uncaught') return console.log(await ask());
  try {
    console.log(await ask());
  } catch (error) {
    await ({ ...PRINT, ...more })[way](error);
  }
}

export const model = process.env.MODEL;
export const url = `${process.env.OPENAI_BASE_URL}/chat/completions`;
export const headers = {
  authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
  'content-type': 'application/json',
};
export const question = { model, messages: [{ role: 'user', content: 'Hello' }] };
