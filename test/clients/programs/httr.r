library(httr)
way <- commandArgs(trailingOnly = TRUE)[1]
response <- POST(
  paste0(Sys.getenv("OPENAI_BASE_URL"), "/chat/completions"),
  add_headers(Authorization = paste("Bearer", Sys.getenv("OPENAI_API_KEY"))),
  body = list(model = Sys.getenv("MODEL"), messages = list(list(role = "user", content = "Hello"))),
  encode = "json"
)
if (way == "uncaught") stop_for_status(response)
if (way == "warn") warn_for_status(response)
if (way == "object") print(response)
if (way == "body") cat(content(response, "text", encoding = "UTF-8"))
if (way == "parsed") str(content(response))
