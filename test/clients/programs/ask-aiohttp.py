import asyncio, os, sys
import aiohttp

way = sys.argv[1]


async def main():
    headers = {"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]}
    question = {"model": os.environ["MODEL"], "messages": [{"role": "user", "content": "Hello"}]}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.post(os.environ["OPENAI_BASE_URL"] + "/chat/completions", json=question) as response:
            if way == "uncaught":
                response.raise_for_status()
            if way == "text":
                try:
                    response.raise_for_status()
                except aiohttp.ClientResponseError as error:
                    print("Error:", error)
            if way == "response":
                print(response)
            if way == "body":
                print(response.status, await response.text())


asyncio.run(main())
