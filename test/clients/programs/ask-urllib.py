import json, os, sys, urllib.error, urllib.request

request = urllib.request.Request(
    os.environ["OPENAI_BASE_URL"] + "/chat/completions",
    data=json.dumps({"model": os.environ["MODEL"], "messages": [{"role": "user", "content": "Hello"}]}).encode(),
    headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"},
)
way = sys.argv[1]
if way == "uncaught":
    print(json.load(urllib.request.urlopen(request)))
try:
    print(json.load(urllib.request.urlopen(request)))
except urllib.error.HTTPError as error:
    if way == "text":
        print("OpenAI call failed:", error)
    if way == "object":
        print(repr(error))
    if way == "body":
        print(error.code, error.read().decode())
    if way == "bytes":
        print(error, error.read())
