import os, sys
import httpx

response = httpx.post(
    os.environ["OPENAI_BASE_URL"] + "/chat/completions",
    json={"model": os.environ["MODEL"], "messages": [{"role": "user", "content": "Hello"}]},
    headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]},
)
way = sys.argv[1]
if way == "uncaught":
    response.raise_for_status()
if way == "text":
    try:
        response.raise_for_status()
    except httpx.HTTPStatusError as error:
        print("Error:", error)
if way == "response":
    print("OpenAI:", response)
if way == "body":
    print(response.status_code, response.text)
if way == "json":
    print(response.json())
