library(httr2)
way <- commandArgs(trailingOnly = TRUE)[1]
req <- request(paste0(Sys.getenv("OPENAI_BASE_URL"), "/chat/completions"))
req <- req_headers(req, Authorization = paste("Bearer", Sys.getenv("OPENAI_API_KEY")))
req <- req_body_json(req, list(model = Sys.getenv("MODEL"), messages = list(list(role = "user", content = "Hello"))))
if (way == "uncaught") req_perform(req)
if (way == "body") cat(resp_body_string(req_perform(req_error(req, is_error = function(resp) FALSE))))
if (way == "reason") req_perform(req_error(req, body = function(resp) resp_body_string(resp)))
