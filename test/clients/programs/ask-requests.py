import os, sys
import requests

response = requests.post(
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
    except requests.HTTPError as error:
        print("Error:", error)
if way == "response":
    print("OpenAI:", response)
if way == "body":
    print(response.status_code, response.text)
if way == "json":
    print(response.json())
if way == "unchecked":
    print(response.json()["choices"][0]["message"]["content"])
